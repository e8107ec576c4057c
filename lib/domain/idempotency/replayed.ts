/** The stored answer to a request that was served before; the pipeline marks it as a replay. */
export class Replayed<T> {
  readonly value: T;

  constructor(value: T) {
    this.value = value;
  }
}
