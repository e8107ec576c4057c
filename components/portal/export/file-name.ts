export type FileScope = { what: string; environment: string; from?: string | undefined; to?: string | undefined };

/** "portico-transactions-sandbox-20260101T000000Z-20260201T000000Z.csv"; an open end is the time of the export. */
export function fileName({ what, environment, from, to }: FileScope, now: Date): string {
  const end = stamp(to ?? now.toISOString());
  return `portico-${what}-${environment}-${from ? `${stamp(from)}-` : "until-"}${end}.csv`;
}

function stamp(at: string): string {
  return at.slice(0, 19).replace(/[-:]/g, "").concat("Z");
}
