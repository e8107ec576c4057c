/** The calls a newcomer can begin with. */
export const FIRST_CALLS = ["users", "action"] as const;
export type FirstCallKind = (typeof FIRST_CALLS)[number];

export const SNIPPET_LANGUAGES = ["bash", "javascript", "python", "sdk"] as const;
export type SnippetLanguage = (typeof SNIPPET_LANGUAGES)[number];

/** Replaced by the person's own key in the browser, which knows it. It has a key's form and is nobody's. */
export const PUBLISHABLE_KEY_SLOT = "pk_test_your_publishable_key";

type Snippet = { kind: FirstCallKind; baseUrl: string; publishableKey: string };

const READ_PATH = "/v1/partner/users?limit=1";
const ACTION_PATH = "/v1/partner/actions/submit";

const WRITERS: Record<SnippetLanguage, Record<FirstCallKind, (snippet: Snippet) => string>> = {
  bash: { users: bashRead, action: bashAction },
  javascript: { users: nodeRead, action: nodeAction },
  python: { users: pythonRead, action: pythonAction },
  sdk: { users: sdkRead, action: sdkAction },
};

/**
 * A program that makes the call, complete and with no dependency beyond the language (for bash: curl and openssl); the one
 * of the SDK says how to install it. The publishable key stands in it; secrets come from the environment.
 */
export function firstCallSnippet(language: SnippetLanguage, snippet: Snippet): string {
  return WRITERS[language][snippet.kind](snippet);
}

/** How to bring the secrets into the environment that the snippets read. */
export function secretsSnippet(fileName: string, secretKeyLast4: string | null): string {
  return `# Load the file you downloaded with the key:
set -a; . ./${fileName}.env; set +a

# Or, without the file, fill in and run these two lines:
# export PORTICO_SECRET_KEY='…${secretKeyLast4 ?? ""}'
# export PORTICO_HMAC_SECRET='64 hexadecimal characters'`;
}

/** Text as one word of a shell. */
function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function bashRead({ baseUrl, publishableKey }: Snippet): string {
  return `base_url=${shellWord(baseUrl)}
path=${shellWord(READ_PATH)}
timestamp=$(date +%s)

body_hash=$(printf '' | openssl dgst -sha256 -r | cut -d ' ' -f 1)
signature=$(printf %s "\${timestamp}GET\${path}\${body_hash}" |
  openssl dgst -sha256 -hmac "\${PORTICO_HMAC_SECRET:?is not set}" -r | cut -d ' ' -f 1)

curl --include "$base_url$path" \\
  --header ${shellWord(`X-Partner-Key: ${publishableKey}`)} \\
  --header "X-Timestamp: $timestamp" \\
  --header "X-Signature: $signature"`;
}

function bashAction({ baseUrl }: Snippet): string {
  return `base_url=${shellWord(baseUrl)}
path=${shellWord(ACTION_PATH)}
timestamp=$(date +%s)
body='{
  "idempotencyKey": "first-call-'$timestamp'",
  "actionType": "PURCHASE",
  "amount": 49.99,
  "currency": "USD",
  "stakeholders": [
    { "stakeholderTypeCode": "CUSTOMER", "partnerUserId": "cust-314" }
  ],
  "autoCreateUsers": true
}'

body_hash=$(printf %s "$body" | openssl dgst -sha256 -r | cut -d ' ' -f 1)
signature=$(printf %s "\${timestamp}POST\${path}\${body_hash}" |
  openssl dgst -sha256 -hmac "\${PORTICO_HMAC_SECRET:?is not set}" -r | cut -d ' ' -f 1)

curl --include "$base_url$path" \\
  --header "Content-Type: application/json" \\
  --header "X-Partner-Key: \${PORTICO_SECRET_KEY:?is not set}" \\
  --header "X-Timestamp: $timestamp" \\
  --header "X-Signature: $signature" \\
  --data-raw "$body"`;
}

export const NODE_SIGN = `function sign(timestamp, method, path, body) {
  const bodyHash = createHash("sha256").update(body).digest("hex");
  return createHmac("sha256", process.env.PORTICO_HMAC_SECRET)
    .update(timestamp + method + path + bodyHash)
    .digest("hex");
}`;

function nodeRead({ baseUrl, publishableKey }: Snippet): string {
  return `import { createHash, createHmac } from "node:crypto";

${NODE_SIGN}

const path = ${JSON.stringify(READ_PATH)};
const timestamp = Math.floor(Date.now() / 1000).toString();

const response = await fetch(${JSON.stringify(baseUrl)} + path, {
  headers: {
    "X-Partner-Key": ${JSON.stringify(publishableKey)},
    "X-Timestamp": timestamp,
    "X-Signature": sign(timestamp, "GET", path, ""),
  },
});
console.log(response.status, await response.text());`;
}

function nodeAction({ baseUrl }: Snippet): string {
  return `import { createHash, createHmac } from "node:crypto";

${NODE_SIGN}

const path = ${JSON.stringify(ACTION_PATH)};
const timestamp = Math.floor(Date.now() / 1000).toString();
const body = JSON.stringify({
  idempotencyKey: "first-call-" + timestamp,
  actionType: "PURCHASE",
  amount: 49.99,
  currency: "USD",
  stakeholders: [{ stakeholderTypeCode: "CUSTOMER", partnerUserId: "cust-314" }],
  autoCreateUsers: true,
});

const response = await fetch(${JSON.stringify(baseUrl)} + path, {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
    "X-Partner-Key": process.env.PORTICO_SECRET_KEY,
    "X-Timestamp": timestamp,
    "X-Signature": sign(timestamp, "POST", path, body),
  },
  body,
});
console.log(response.status, await response.text());`;
}

export const PYTHON_SIGN = `def sign(timestamp, method, path, body):
    body_hash = hashlib.sha256(body).hexdigest()
    return hmac.new(
        os.environ["PORTICO_HMAC_SECRET"].encode(),
        f"{timestamp}{method}{path}{body_hash}".encode(),
        hashlib.sha256,
    ).hexdigest()`;

const PYTHON_SEND = `try:
    with urllib.request.urlopen(request) as response:
        print(response.status, response.read().decode())
except urllib.error.HTTPError as refusal:
    print(refusal.code, refusal.read().decode())`;

function pythonRead({ baseUrl, publishableKey }: Snippet): string {
  return `import hashlib, hmac, os, time, urllib.error, urllib.request


${PYTHON_SIGN}


path = ${JSON.stringify(READ_PATH)}
timestamp = str(int(time.time()))

request = urllib.request.Request(${JSON.stringify(baseUrl)} + path, headers={
    "X-Partner-Key": ${JSON.stringify(publishableKey)},
    "X-Timestamp": timestamp,
    "X-Signature": sign(timestamp, "GET", path, b""),
})
${PYTHON_SEND}`;
}

function pythonAction({ baseUrl }: Snippet): string {
  return `import hashlib, hmac, json, os, time, urllib.error, urllib.request


${PYTHON_SIGN}


path = ${JSON.stringify(ACTION_PATH)}
timestamp = str(int(time.time()))
body = json.dumps({
    "idempotencyKey": "first-call-" + timestamp,
    "actionType": "PURCHASE",
    "amount": 49.99,
    "currency": "USD",
    "stakeholders": [{"stakeholderTypeCode": "CUSTOMER", "partnerUserId": "cust-314"}],
    "autoCreateUsers": True,
}).encode()

request = urllib.request.Request(${JSON.stringify(baseUrl)} + path, body, {
    "Content-Type": "application/json",
    "X-Partner-Key": os.environ["PORTICO_SECRET_KEY"],
    "X-Timestamp": timestamp,
    "X-Signature": sign(timestamp, "POST", path, body),
})
${PYTHON_SEND}`;
}

function sdkProgram({ baseUrl }: Snippet, key: string, call: string): string {
  return `// npm install ${baseUrl}/sdk/node.tgz
import { createGivingClient, GivingApiError } from "@theseniorguru/webhooks/client";

const giving = createGivingClient({
  baseUrl: ${JSON.stringify(baseUrl)},
  key: ${key},
  hmacSecret: process.env.PORTICO_HMAC_SECRET,
});

try {
  console.log(200, await giving.${call});
} catch (refusal) {
  if (!(refusal instanceof GivingApiError)) throw refusal;
  console.log(refusal.status, refusal.code, refusal.details);
}`;
}

function sdkRead(snippet: Snippet): string {
  return sdkProgram(snippet, JSON.stringify(snippet.publishableKey), "listUsers({ limit: 1 })");
}

function sdkAction(snippet: Snippet): string {
  return sdkProgram(
    snippet,
    "process.env.PORTICO_SECRET_KEY",
    `submitAction({
    idempotencyKey: "first-call-" + Date.now(),
    actionType: "PURCHASE",
    amount: 49.99,
    currency: "USD",
    stakeholders: [{ stakeholderTypeCode: "CUSTOMER", partnerUserId: "cust-314" }],
    autoCreateUsers: true,
  })`,
  );
}
