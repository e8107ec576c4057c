import { isIP } from "node:net";
import { isPublicName } from "@/lib/platform/address-guard";
import { EgressRefused } from "@/lib/platform/egress-errors";

export const URL_LENGTH_MAX = 2048;

export type Target = { url: URL; host: string };

/**
 * Judges a URL by its text alone and names the host to resolve: no brackets, no trailing dot. An address in the URL comes out in its
 * canonical spelling, whatever it was written as, and is not judged here.
 */
export function parseTarget(raw: string, { allowInsecure = false }: { allowInsecure?: boolean }): Target {
  if (raw.length > URL_LENGTH_MAX) throw new EgressRefused(`The URL is longer than ${URL_LENGTH_MAX} characters.`);
  // The parser would drop or repair these silently; readers of the URL would see another host than the one we call.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  if (/[\u0000-\u0020\u007f\\]/.test(raw))
    throw new EgressRefused("The URL holds a space, backslash or control character.");
  if (/^[a-z]+:\/\/[^/?#]*@/i.test(raw)) throw new EgressRefused("The URL must not hold a user name or password.");
  const url = /^https?:\/\/[^/?#]/i.test(raw) && URL.canParse(raw) ? new URL(raw) : null;
  if (!url) throw new EgressRefused("The URL is not an absolute https URL with a host.");
  if (url.protocol !== "https:" && !allowInsecure) throw new EgressRefused("The URL must use https.");

  const port = portOf(url);
  if (port < 1024 && port !== 443 && !(allowInsecure && port === 80)) {
    throw new EgressRefused("The port must be 443, or 1024 or above.");
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
  if (isIP(host) === 0 && !allowInsecure && !isPublicName(host)) {
    throw new EgressRefused("The host is not a full public host name.");
  }
  return { url, host };
}

export function portOf(url: URL): number {
  return Number(url.port || (url.protocol === "https:" ? 443 : 80));
}
