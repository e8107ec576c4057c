/** What a creation asked for and found there already, exactly as asked: answered with 200 instead of 201. */
export class Existing<T> {
  readonly value: T;

  constructor(value: T) {
    this.value = value;
  }
}
