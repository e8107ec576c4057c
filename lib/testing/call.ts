/** A request over HTTP, as a test makes it. */
export type Call = {
  method?: string;
  target: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** The client's address; one of its own for each call unless said. */
  address?: string;
};
