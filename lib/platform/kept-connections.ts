import { type AgentOptions, Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent, type RequestOptions } from "node:https";
import { singleton } from "@/lib/platform/singleton";

/** Shorter than servers keep an idle connection, so that few are found closed. */
const IDLE_MS = 4_000;
const IDLE_MAX = 64;

/** The addresses that were checked for a request; any of them may be at the other end. */
export type Checked = { checkedAddresses: readonly string[] };

const nameWith = (name: string, options: unknown) =>
  `${name} ${[...((options as Partial<Checked>).checkedAddresses ?? [])].sort().join()}`;

class CheckedHttpAgent extends HttpAgent {
  override getName(options?: Parameters<HttpAgent["getName"]>[0]): string {
    return nameWith(super.getName(options), options);
  }
}

class CheckedHttpsAgent extends HttpsAgent {
  override getName(options?: RequestOptions): string {
    return nameWith(super.getName(options), options);
  }
}

/**
 * Keeps connections for a few seconds. One is used again only for the same host, port and trust, and only while the host
 * resolves to the very addresses that were checked when it was made: a name that moves takes no connection along.
 */
export function keptConnections(protocol: string): HttpAgent {
  return singleton(`kept-connections ${protocol}`, () => {
    const options: AgentOptions = { keepAlive: true, timeout: IDLE_MS, maxFreeSockets: IDLE_MAX };
    return protocol === "https:" ? new CheckedHttpsAgent(options) : new CheckedHttpAgent(options);
  });
}
