/** Complete receivers. verification-samples.test.ts runs them as printed, against the contract's test vector. */

export const NODE_RECEIVER = `import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

// body: the raw bytes, before any JSON parser has seen them.
function isGenuine(body, headers, nowSeconds = Date.now() / 1000) {
  const timestamp = headers["x-sir-timestamp"] ?? "";
  if (!/^[0-9]{10}$/.test(timestamp) || Math.abs(nowSeconds - timestamp) > 300) return false;
  const mac = createHmac("sha256", process.env.PORTICO_WEBHOOK_SECRET);
  const expected = Buffer.from("sha256=" + mac.update(timestamp + ".").update(body).digest("hex"));
  // The second header is signed with the former secret, for 24 hours after a rotation.
  return [headers["x-sir-signature"], headers["x-sir-signature-previous"]].some((header) => {
    const given = Buffer.from(header ?? "");
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  if (!isGenuine(body, request.headers)) return response.writeHead(401).end();
  const event = JSON.parse(body);
  // An event may come twice: skip an event.id you have seen.
  console.log(event.id, event.type);
  response.writeHead(204).end();
}).listen(process.env.PORT ?? 3000);`;

export const PYTHON_RECEIVER = `import hashlib, hmac, json, os, re, time
from http.server import BaseHTTPRequestHandler, HTTPServer

# body: the raw bytes, before any JSON parser has seen them.
def is_genuine(body, headers, now_seconds=None):
    timestamp = headers.get("X-SIR-Timestamp", "")
    now_seconds = time.time() if now_seconds is None else now_seconds
    if not re.fullmatch("[0-9]{10}", timestamp) or abs(now_seconds - int(timestamp)) > 300:
        return False
    secret = os.environ["PORTICO_WEBHOOK_SECRET"].encode()
    mac = hmac.new(secret, timestamp.encode() + b"." + body, hashlib.sha256)
    expected = "sha256=" + mac.hexdigest()
    # The second header is signed with the former secret, for 24 hours after a rotation.
    given = [headers.get("X-SIR-Signature", ""), headers.get("X-SIR-Signature-Previous", "")]
    return any(hmac.compare_digest(header.encode(), expected.encode()) for header in given)

class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        genuine = is_genuine(body, self.headers)
        if genuine:
            event = json.loads(body)
            # An event may come twice: skip an event["id"] you have seen.
            print(event["id"], event["type"], flush=True)
        self.send_response(204 if genuine else 401)
        self.end_headers()

HTTPServer(("", int(os.environ.get("PORT", 3000))), Receiver).serve_forever()`;

/** The Node.js receiver by the SDK's check; `baseUrl` is where the package is handed out. */
export const sdkReceiver = (baseUrl: string) => `// npm install ${baseUrl}/sdk/node.tgz
import { createServer } from "node:http";
import { verifyGivingWebhook } from "@theseniorguru/webhooks/client";

createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  // The raw bytes, before any JSON parser has seen them.
  const rawBody = Buffer.concat(chunks);
  const secret = process.env.PORTICO_WEBHOOK_SECRET;
  const { valid, reason } = verifyGivingWebhook({ rawBody, headers: request.headers, secret });
  if (!valid) return response.writeHead(401).end(reason);
  const event = JSON.parse(rawBody);
  // An event may come twice: skip an event.id you have seen.
  console.log(event.id, event.type);
  response.writeHead(204).end();
}).listen(process.env.PORT ?? 3000);`;

/** Name of the environment variable in the receivers and in the downloaded file. */
export const SECRET_VARIABLE = "PORTICO_WEBHOOK_SECRET";
