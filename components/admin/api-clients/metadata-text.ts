/** What an event carries, in one line: flat values as they are, the rest as JSON. */
export function metadataText(metadata: Record<string, unknown> | undefined): string {
  return Object.entries(metadata ?? {})
    .map(([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`)
    .join(" · ");
}
