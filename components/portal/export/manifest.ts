/** What a file holds and by what it was narrowed down, with the SHA-256 by which it can be told whether it still does. */
export type Manifest = {
  what: string;
  exportedAt: string;
  filters: Record<string, string>;
  rowCount: number;
  sha256: string;
};

export type Exported = Pick<Manifest, "what" | "filters">;

async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The manifest of a text that holds these rows. */
export async function manifestOf(exported: Exported, rowCount: number, text: string, now: Date): Promise<Manifest> {
  const { what, filters } = exported;
  return { what, exportedAt: now.toISOString(), filters, rowCount, sha256: await sha256Hex(text) };
}

/**
 * A JSON file: the manifest, what else belongs to it, and the rows. The hash is of the rows as `JSON.stringify` prints
 * them without spaces.
 */
export async function printJson(
  exported: Exported,
  rows: readonly unknown[],
  now: Date,
  more: Record<string, unknown> = {},
): Promise<string> {
  const manifest = await manifestOf(exported, rows.length, JSON.stringify(rows), now);
  return `${JSON.stringify({ manifest, ...more, rows }, null, 2)}\n`;
}
