/**
 * A list's answer whose `data` was passed through its schema and written as JSON before, for reads that many callers
 * repeat.
 */
export class Prepared<T extends { data: unknown; meta?: unknown }> {
  readonly dataJson: string;
  readonly meta: T["meta"];

  constructor(dataJson: string, meta: T["meta"]) {
    this.dataJson = dataJson;
    this.meta = meta;
  }
}
