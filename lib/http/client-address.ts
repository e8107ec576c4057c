/** An IPv4 address as such, even where the socket speaks IPv6. */
function plain(address: string): string {
  return address.startsWith("::ffff:") ? address.slice(7) : address;
}

/**
 * The client's address: the socket's, or, behind `hops` trusted proxies, the entry of `X-Forwarded-For` that the
 * outermost of them wrote. Entries further left come from outside and prove nothing.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  hops: number,
): string {
  const socket = plain(socketAddress ?? "unknown");
  if (hops === 0 || !forwardedFor) return socket;
  const entries = forwardedFor.split(",").map((entry) => entry.trim());
  return plain(entries[Math.max(0, entries.length - hops)] || socket);
}
