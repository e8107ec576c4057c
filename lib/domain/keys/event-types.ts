import { z } from "zod";
import { eventType } from "@/lib/domain/events/schemas";
import { Environment } from "@/lib/domain/shared/schemas";

const keyData = z.object({ keyId: z.string(), name: z.string(), environment: Environment });

export const apiKeyCreated = eventType("api_key.created", "A key pair was created.", keyData);
export const apiKeyRevoked = eventType("api_key.revoked", "A key pair was revoked.", keyData);
