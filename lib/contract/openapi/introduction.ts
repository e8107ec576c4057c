import { TIER_CAPS } from "@/lib/domain/partners/statuses";

const number = (value: number) => value.toLocaleString("en-US");

const TIER_ROWS = Object.entries(TIER_CAPS)
  .map(([tier, { hour, minute }]) => `| \`${tier}\` | ${number(hour)} | ${number(minute)} |`)
  .join("\n");

/** The text at the head of the reference, for somebody who meets the API for the first time. */
export function introduction(baseUrl: string): string {
  return `Your shop, app or club tells Portico what people did. Portico turns each action into reward tokens, drawn from your
token pool, and tells you about it by webhook.

[Every error code](${baseUrl}/errors) · [Portal](${baseUrl}/home) · [This document as JSON](${baseUrl}/partner-api/openapi.json)

## From nothing to a first reward

1. [Create an account](${baseUrl}/sign-up) and, in the portal, a **sandbox key**. You get three values; two of them are shown once:
   the publishable key \`pk_test_…\`, the secret key \`sk_test_…\` and the \`hmacSecret\`. The first key comes with a sandbox pool of
   100,000 tokens.
2. Sign and send \`POST /v1/partner/actions/submit\`. A purchase of 49.99 gives the customer 50 tokens.
3. Register a webhook and receive \`action.completed\`.

## Sign a request

A signed request carries three headers:

| header | value |
| --- | --- |
| \`X-Partner-Key\` | the secret key \`sk_…\`; for reading, the publishable key will do |
| \`X-Timestamp\` | Unix time in **seconds** |
| \`X-Signature\` | HMAC-SHA-256 of the text below, as 64 hex characters |

The text is four parts without separators: \`timestamp + METHOD + path + bodyHash\`.

- The path is the request target as it goes over the wire, with \`?query\` and with its percent-encoding untouched; no scheme, no host.
- \`bodyHash\` is the lowercase hex SHA-256 of the body's bytes. Without a body it is the hash of nothing, \`e3b0c442…b855\`.
- The HMAC key is \`hmacSecret\` as text: do not hex-decode it, and do not use the \`sk_\` value.
- Sign the bytes you send. Serialise once, hash that, send that.

\`\`\`bash
path=/v1/partner/actions/submit
body='{"idempotencyKey":"order-7001","actionType":"PURCHASE","amount":49.99,"currency":"USD","stakeholders":[{"stakeholderTypeCode":"CUSTOMER","partnerUserId":"cust-314"}],"autoCreateUsers":true}'
timestamp=$(date +%s)
body_hash=$(printf %s "$body" | openssl dgst -sha256 -r | cut -d ' ' -f 1)
signature=$(printf %s "\${timestamp}POST\${path}\${body_hash}" | openssl dgst -sha256 -hmac "$PORTICO_HMAC_SECRET" -r | cut -d ' ' -f 1)

curl "${baseUrl}$path" -H 'Content-Type: application/json' \\
  -H "X-Partner-Key: $PORTICO_SECRET_KEY" -H "X-Timestamp: $timestamp" -H "X-Signature: $signature" \\
  --data-raw "$body"
\`\`\`

To test your own code: with the secret \`8f1c0d5e2a7b46939c0e1f2d3a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d\`, the timestamp \`1767225660\` and the
body above, the signature is \`441e0e2c8b7a11a3af849b654ec7ee80c81afc1f18e0128b9a29e74f736a04cb\`.

A signature is good for 300 seconds either way. One that changed something cannot be used twice: sign again instead.

## Three other ways in

- **User token.** A signed-in person sends \`Authorization: Bearer …\` from \`POST /v1/partner/auth/login\`. Every endpoint but the widget's
  takes it, and \`X-Partner-Environment\` picks the dataset. This is how the portal works, and the easiest way to try things on this page.
- **Publishable key alone.** A browser sends \`X-Partner-Key: pk_…\` to the widget endpoints.
- **Nothing.** Opening an account and signing in.

## Sandbox and production

The key's prefix picks the dataset: \`_test_\` is the sandbox, \`_live_\` is production. They share an address and nothing else: no row of the
one is visible from the other. Production is opened by review.

## Limits

| tier | requests an hour | requests a minute |
| --- | --- | --- |
${TIER_ROWS}

Windows follow the UTC hour and minute. Publishable and secret keys are counted apart, per partner and environment. Every answer says
where you stand: \`X-RateLimit-Limit\`, \`X-RateLimit-Remaining\`, \`X-RateLimit-Reset\`. A 429 says how long to wait and is not counted.
Failed authentication counts against the caller's address, 60 a minute.

## Idempotency and retries

\`actions/submit\` takes an \`idempotencyKey\` of yours, such as the order's number. The same key and payload give the first answer again,
with \`X-Idempotent-Replay: true\`, however often and however late. A refusal does not use the key up.

| answer | do |
| --- | --- |
| no answer, 5xx | retry with backoff and jitter, **the same** \`idempotencyKey\`, a new signature |
| 429, 503, 409 \`IDEMPOTENCY_IN_PROGRESS\` | wait as long as \`Retry-After\` says, then retry |
| 402 | retry once the pool is refilled |
| other 4xx | change the request first |

## Webhooks

Deliveries are signed twice over the same secret, so take whichever suits you. \`X-SIR-Signature\` is \`sha256=\` and the hex HMAC-SHA-256 of
\`X-SIR-Timestamp + "." + body\`, keyed with the whole secret as text, \`whsec_\` included. \`webhook-id\`, \`webhook-timestamp\` and
\`webhook-signature\` are [Standard Webhooks](https://www.standardwebhooks.com): hand the secret to any of its libraries as it is.
Verify the bytes as they came, and refuse timestamps more than 300 seconds off. Answer 2xx within 10 seconds; otherwise the delivery is
tried again after 1 and 5 and 30 minutes, then 2, 6, 12 and 24 hours, or later if a 429 or 503 says so by \`Retry-After\`. Deliveries
arrive at least once and in any order: drop duplicates by the event's \`id\`. For 24 hours after a rotation the former secret signs too.

Webhooks are never the only copy. \`GET /v1/partner/events\` lists the events of 90 days in order: keep \`nextCursor\`, pass it as \`after\`.
\`…/redeliver\` sends one delivery again, \`…/replay\` many; the events keep their ids.

## Conventions

JSON in UTF-8, bodies up to 256 KiB. Times are ISO 8601 in UTC. Tokens are whole numbers. Unknown fields in a request are refused;
answers may gain fields, so ignore what you do not know. Lists take \`page\` and \`limit\` and answer \`{ data, pagination }\`.
`;
}
