/** An answer that is a file of its own kind instead of JSON. */
export class Download {
  readonly filename: string;
  readonly contentType: string;
  readonly body: string;

  constructor(filename: string, contentType: string, body: string) {
    this.filename = filename;
    this.contentType = contentType;
    this.body = body;
  }
}

/** A CSV file; `text` has its header row first, LF line ends and no trailing newline. */
export function csvFile(filename: string, text: string): Download {
  return new Download(filename, "text/csv; charset=utf-8", text);
}
