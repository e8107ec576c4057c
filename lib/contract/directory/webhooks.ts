import { z } from "zod";
import { scopedEndpoint } from "@/lib/contract/directory/directory-endpoint";
import { SignatureVerdict, VerifySignature } from "@/lib/domain/webhooks/directory/schemas";

export const verifyWebhookSignature = scopedEndpoint({
  method: "POST",
  path: "/api/v1/partner/webhooks/verify",
  id: "verifyWebhookSignature",
  tag: "System",
  summary: "Verify the signature of a delivery to an own subscription (webhooks:write)",
  description:
    "Answers 200 for valid and invalid alike, with every reason. Send the exact raw body as a string: an object is written out compactly and may not match.",
  apiScope: "webhooks:write",
  audit: { eventType: "partner.webhook_signature.verify", subjectType: "webhook_signature" },
  body: VerifySignature,
  response: z.object({ data: SignatureVerdict }),
});
