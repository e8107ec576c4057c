import { type DocumentFacts, PARTNER_PREFIX } from "@/lib/contract/directory/documents/facts";
import type { SigningGuide } from "@/lib/contract/directory/documents/signing-guide";
import { KEY_HEADER } from "@/lib/contract/directory/envelope";

export type SdkExample = { language: "node" | "python" | "curl"; title: string; code: string };

type Sample = SigningGuide["sample"];

// The packages of sdk/ are not published yet, so the programs hold the check itself and need nothing but the language.
function nodeExample({ secret, timestamp, rawBody, signature }: Sample): string {
  return `import { createHmac, timingSafeEqual } from "node:crypto";

// rawBody: the body exactly as it came, before any JSON parser has seen it.
function verifySeniorGuruWebhookSignature({
  rawBody,
  signatureHeader,
  secret,
  toleranceSeconds = 300,
  nowSeconds = Date.now() / 1000,
}) {
  const parts = String(signatureHeader ?? "").split(",").map((part) => part.trim());
  const timestamp = parts.find((part) => part.startsWith("t="))?.slice(2) ?? "";
  const digest = Buffer.from(parts.find((part) => part.startsWith("v1="))?.slice(3) ?? "");
  const isNear = /^[0-9]+$/.test(timestamp) && Math.abs(nowSeconds - Number(timestamp)) <= toleranceSeconds;
  const mac = createHmac("sha256", secret).update(timestamp + ".").update(rawBody);
  const expected = Buffer.from(mac.digest("hex"));
  return isNear && digest.length === expected.length && timingSafeEqual(digest, expected);
}

const valid = verifySeniorGuruWebhookSignature({
  rawBody: ${JSON.stringify(rawBody).replace(/^"|"$/g, "'").replaceAll('\\"', '"')},
  signatureHeader: ${JSON.stringify(signature)},
  secret: ${JSON.stringify(secret)},
  // The clock of this example. Leave it out in your receiver.
  nowSeconds: ${timestamp},
});
console.log("valid =", valid);`;
}

function pythonExample({ secret, timestamp, rawBody, signature }: Sample): string {
  return `import hashlib, hmac, re, time


# raw_body: the body exactly as it came, before any JSON parser has seen it.
def verify_senior_guru_webhook_signature(
    raw_body, signature_header, secret, tolerance_seconds=300, now_seconds=None
):
    parts = [part.strip() for part in (signature_header or "").split(",")]
    timestamp = next((part[2:] for part in parts if part.startswith("t=")), "")
    digest = next((part[3:] for part in parts if part.startswith("v1=")), "")
    now_seconds = time.time() if now_seconds is None else now_seconds
    if not re.fullmatch("[0-9]+", timestamp) or abs(now_seconds - int(timestamp)) > tolerance_seconds:
        return False
    body = raw_body.encode() if isinstance(raw_body, str) else raw_body
    expected = hmac.new(secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(digest.encode(), expected.encode())


valid = verify_senior_guru_webhook_signature(
    '${rawBody}',
    ${JSON.stringify(signature)},
    ${JSON.stringify(secret)},
    # The clock of this example. Leave it out in your receiver.
    now_seconds=${timestamp},
)
print("valid =", str(valid).lower())`;
}

function curlExample(baseUrl: string): string {
  return `curl "${baseUrl}${PARTNER_PREFIX}/providers" \\
  --header "${KEY_HEADER}: $SENIOR_GURU_API_KEY" \\
  --header "accept: application/json"`;
}

/** Programs that run as they stand (contract 6.11); tests run them. */
export function sdkExamples({ baseUrl }: DocumentFacts, sample: Sample): SdkExample[] {
  return [
    { language: "node", title: "Verify a webhook with Node.js", code: nodeExample(sample) },
    { language: "python", title: "Verify a webhook with Python", code: pythonExample(sample) },
    { language: "curl", title: "Read providers with curl", code: curlExample(baseUrl) },
  ];
}
