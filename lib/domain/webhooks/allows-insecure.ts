import type { Environment } from "@/lib/domain/shared/schemas";
import { env } from "@/lib/platform/env";

/** Whether webhooks of this environment may go to http and local addresses: sandbox only, and if the operator says so. */
export function allowsInsecure(environment: Environment): boolean {
  return environment === "sandbox" && env().allowInsecureWebhooks;
}
