import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingHttpHeaders } from "node:http";
import { singleton } from "@/lib/platform/singleton";

/** What only the socket knows of a request: target and headers as they came on the wire, and who called. */
export type WireRequest = { target: string; address: string; headers: IncomingHttpHeaders };

/**
 * Carries the wire's facts past a framework that hides them. They travel beside the request, in the process, so that no
 * header from outside can pretend to be them.
 */
export const wireRequest = singleton("wire-request", () => new AsyncLocalStorage<WireRequest>());
