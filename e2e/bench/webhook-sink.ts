import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

// A receiver in a process of its own, as partners' are: reads each POST to its end and answers 200. Prints its port.

const server = createServer((request, response) => {
  request.resume().on("end", () => response.writeHead(200, { "content-length": 2 }).end("ok"));
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
process.once("disconnect", () => process.exit());
