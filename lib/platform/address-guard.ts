import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/**
 * "public" is globally routable unicast. "local" is this machine or its own network. "never" is everything else: metadata services,
 * link-local, multicast, reserved and translated ranges, and whatever is not an address at all.
 */
export type AddressScope = "public" | "local" | "never";

const LOCAL_RANGES = new Set(["loopback", "private", "carrierGradeNat", "uniqueLocal"]);

// Cloud metadata and host services that live outside link-local: Azure, Alibaba, AWS, Google, Scaleway.
const METADATA_RANGES = ["168.63.129.16/32", "100.100.100.200/32", "fd00:ec2::/32", "fd20:ce::/96", "fd00:42::/96"].map(
  (range) => ipaddr.parseCIDR(range),
);

const GLOBAL_UNICAST_V6 = ipaddr.IPv6.parseCIDR("2000::/3");
const NAT64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");

const LOCAL_NAMES = /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home|corp|private|home\.arpa|onion)$/;
const FULL_NAME = /^(?=.{1,253}$)([a-z0-9_-]{1,63}\.)+[a-z0-9-]{1,63}$/;

/**
 * Says where an address leads. Only canonical spellings count (as resolvers and the URL parser give them), without a zone. An IPv4
 * address inside NAT64 is judged by what it is; in every other IPv6 wrapping it is refused.
 */
export function addressScope(address: string): AddressScope {
  if (isIP(address) === 0 || address.includes("%")) return "never";
  const parsed = ipaddr.parse(address);
  const isMetadata = METADATA_RANGES.some(
    ([range, bits]) => range.kind() === parsed.kind() && parsed.match(range as typeof parsed, bits),
  );
  if (isMetadata) return "never";

  const range = parsed.range();
  if (LOCAL_RANGES.has(range)) return "local";
  if (parsed instanceof ipaddr.IPv6) {
    if (parsed.match(NAT64)) return addressScope(new ipaddr.IPv4(parsed.toByteArray().slice(12)).toString());
    if (!parsed.match(GLOBAL_UNICAST_V6)) return "never";
  }
  return range === "unicast" ? "public" : "never";
}

/** Whether a host name is a full name that can lead to the public internet. What it resolves to is checked on its own. */
export function isPublicName(name: string): boolean {
  return FULL_NAME.test(name) && !LOCAL_NAMES.test(name);
}
