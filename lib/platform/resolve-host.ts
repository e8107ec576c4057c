import { lookup, Resolver } from "node:dns/promises";

export type Resolve = (host: string, signal: AbortSignal) => Promise<string[]>;

/** Reads the hosts file too, which names local receivers. */
export async function resolveBySystem(host: string): Promise<string[]> {
  return (await lookup(host, { all: true, order: "ipv4first" })).map(({ address }) => address);
}

/**
 * The system's resolver blocks one of the few threads that files and cryptography share; one partner's slow name server would stall
 * everybody. This one runs on sockets and can be called off. It also ignores search domains, which lead inside.
 */
export async function resolveByDns(host: string, signal: AbortSignal): Promise<string[]> {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  signal.addEventListener("abort", () => resolver.cancel(), { once: true });
  const [v4, v6] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  if (v4.status === "rejected" && v6.status === "rejected") throw v4.reason;
  return [v4, v6].flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
}
