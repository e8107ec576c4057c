/** What one call may move at most. */
const TOKENS_MAX = 1_000_000_000_000;

/** Whole tokens as a person writes them, "10,000" too; undefined for anything else. */
export function readTokens(text: string, least: number): number | undefined {
  const written = text.trim().replace(/[,_ ]/g, "");
  const tokens = Number(written);
  return /^\d+$/.test(written) && tokens >= least && tokens <= TOKENS_MAX ? tokens : undefined;
}

export const TOKENS_WRONG = "Give a whole number, such as 10,000.";
