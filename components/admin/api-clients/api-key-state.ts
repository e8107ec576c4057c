import type { StatusTone } from "@/components/ui/status";
import type { ApiKey } from "@/lib/domain/api-clients/schemas";

export type ApiKeyState = "active" | "expired" | "revoked";

export const KEY_STATE_WORDS: Record<ApiKeyState, { tone: StatusTone; word: string }> = {
  active: { tone: "success", word: "Active" },
  expired: { tone: "warning", word: "Expired" },
  revoked: { tone: "danger", word: "Revoked" },
};

/** How a key stands at an instant: one past its end is refused, though nobody revoked it. */
export function apiKeyState({ status, expiresAt }: Pick<ApiKey, "status" | "expiresAt">, now: Date): ApiKeyState {
  if (status === "revoked") return "revoked";
  return expiresAt !== undefined && new Date(expiresAt) <= now ? "expired" : "active";
}
