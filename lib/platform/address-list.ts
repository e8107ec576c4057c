import ipaddr from "ipaddr.js";

/** An address as the family it truly is: `::ffff:192.0.2.1` is 192.0.2.1. Null for what is no address. */
function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  return ipaddr.isValid(address) ? ipaddr.process(address) : null;
}

function isInRange(address: ipaddr.IPv4 | ipaddr.IPv6, range: string): boolean {
  const [base = "", bits] = range.split("/");
  if (!ipaddr.isValid(base)) return false;
  const parsed = ipaddr.parse(base);
  let prefix = bits === undefined ? (parsed.kind() === "ipv4" ? 32 : 128) : Number(bits);
  let network: ipaddr.IPv4 | ipaddr.IPv6 = parsed;
  if (parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress() && prefix >= 96) {
    network = parsed.toIPv4Address();
    prefix -= 96;
  }
  return network.kind() === address.kind() && address.match(network, prefix);
}

/** Whether an address lies in one of the ranges; an empty list lets everyone pass. */
export function isOnList(list: readonly string[], address: string): boolean {
  if (list.length === 0) return true;
  const parsed = parse(address);
  return parsed !== null && list.some((range) => isInRange(parsed, range));
}
