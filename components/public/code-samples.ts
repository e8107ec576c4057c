/** The landing page's first call. code-samples.test.ts runs each against a server that checks the signature. */

export const NODE_SAMPLE = `import { createHash, createHmac } from "node:crypto";

const path = "/v1/partner/actions/submit";
const body = JSON.stringify({
  idempotencyKey: "order-7001",
  actionType: "PURCHASE",
  amount: 49.99,
  currency: "USD",
  stakeholders: [
    { stakeholderTypeCode: "CUSTOMER", partnerUserId: "cust-314" },
  ],
  autoCreateUsers: true,
});

const timestamp = Math.floor(Date.now() / 1000).toString();
const bodyHash = createHash("sha256").update(body).digest("hex");
const signature = createHmac("sha256", process.env.PORTICO_HMAC_SECRET)
  .update(timestamp + "POST" + path + bodyHash)
  .digest("hex");

const response = await fetch(process.env.PORTICO_BASE_URL + path, {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
    "X-Partner-Key": process.env.PORTICO_SECRET_KEY,
    "X-Timestamp": timestamp,
    "X-Signature": signature,
  },
  body,
});
console.log(response.status, await response.json());`;

export const PYTHON_SAMPLE = `import hashlib, hmac, json, os, time, urllib.request

path = "/v1/partner/actions/submit"
body = json.dumps({
    "idempotencyKey": "order-7001",
    "actionType": "PURCHASE",
    "amount": 49.99,
    "currency": "USD",
    "stakeholders": [
        {"stakeholderTypeCode": "CUSTOMER", "partnerUserId": "cust-314"},
    ],
    "autoCreateUsers": True,
}).encode()

timestamp = str(int(time.time()))
body_hash = hashlib.sha256(body).hexdigest()
signature = hmac.new(
    os.environ["PORTICO_HMAC_SECRET"].encode(),
    f"{timestamp}POST{path}{body_hash}".encode(),
    hashlib.sha256,
).hexdigest()

request = urllib.request.Request(os.environ["PORTICO_BASE_URL"] + path, body, {
    "Content-Type": "application/json",
    "X-Partner-Key": os.environ["PORTICO_SECRET_KEY"],
    "X-Timestamp": timestamp,
    "X-Signature": signature,
})
with urllib.request.urlopen(request) as response:
    print(response.status, response.read().decode())`;

export const SHELL_SAMPLE = `path=/v1/partner/actions/submit
body='{
  "idempotencyKey": "order-7001",
  "actionType": "PURCHASE",
  "amount": 49.99,
  "currency": "USD",
  "stakeholders": [
    { "stakeholderTypeCode": "CUSTOMER", "partnerUserId": "cust-314" }
  ],
  "autoCreateUsers": true
}'

timestamp=$(date +%s)
body_hash=$(printf %s "$body" | openssl dgst -sha256 -r | cut -d " " -f 1)
signature=$(printf %s "\${timestamp}POST\${path}\${body_hash}" |
  openssl dgst -sha256 -hmac "$PORTICO_HMAC_SECRET" -r | cut -d " " -f 1)

curl --silent --show-error "$PORTICO_BASE_URL$path" \\
  -H "Content-Type: application/json" \\
  -H "X-Partner-Key: $PORTICO_SECRET_KEY" \\
  -H "X-Timestamp: $timestamp" \\
  -H "X-Signature: $signature" \\
  --data-raw "$body"`;

export const ANSWER_SAMPLE = `{ "status": "COMPLETED", "tokensDistributed": 50, "warnings": [] }`;
