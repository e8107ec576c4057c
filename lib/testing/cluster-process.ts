import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerNode } from "@/lib/http/adapters/node";
import { beginServing } from "@/lib/http/lifecycle";
import { givingRoutes } from "@/lib/http/routes/giving";

/**
 * One process of a cluster: the fast lane on a free port, which it prints once it serves. It ends with its input, so
 * that it never outlives the test that started it.
 */
await beginServing(new AbortController().signal);
const server = createServer((request, response) => {
  answerNode(givingRoutes, request, response).catch(() => response.destroy());
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
process.stdin.resume().once("end", () => process.exit(0));
