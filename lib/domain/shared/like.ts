/** A LIKE pattern for what begins with `text`, in lower case, with its wildcards taken literally. */
export function startsWithPattern(text: string): string {
  return `${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
}

/** The same for what holds `text` anywhere. */
export function containsPattern(text: string): string {
  return `%${startsWithPattern(text)}`;
}
