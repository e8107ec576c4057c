import type { GoLiveItem, GoLiveItemId, ObservedStatus } from "@/lib/domain/giving/go-live/schemas";

type LastDelivery = {
  webhookId: string;
  isActive: boolean;
  deliveryId: string | null;
  eventType: string | null;
  at: string | null;
  httpStatus: number | null;
  error: string | null;
};

type Probed = {
  webhookId: string;
  at: string | null;
  wrongSignatureDeliveryId: string | null;
  correctSignatureDeliveryId: string | null;
  staleTimestampDeliveryId: string | null;
  refusedWrongSignature: boolean | null;
  acceptedCorrectSignature: boolean | null;
  refusedStaleTimestamp: boolean | null;
};

type Refusal = {
  requestId: string;
  at: string;
  retryAfterSeconds: number;
  hurriedRequestId: string | null;
  successRequestId: string | null;
};

type ServerError = { requestId: string; at: string; retryRequestId: string | null };

type Part<Case> = { status: ObservedStatus; proof: Case | null; breach: Case | null };

/** What each item's checks write down. */
export type EvidenceOf = {
  live_keys: { keyIds: string[]; expiredKeyIds: string[]; inactiveKeyIds: string[] };
  live_signing: {
    lastSigned: { requestId: string; keyId: string; at: string } | null;
    last24Hours: { signed: number; failures: number; failedRequestIds: string[] };
  };
  production_pool: { pools: { tokenPoolId: string; status: string; balance: number }[] };
  webhook_reachable: { webhooks: LastDelivery[] };
  webhook_verification: { webhooks: Probed[] };
  idempotency_keys: {
    actions: number;
    actionsNeeded: number;
    replays: number;
    replayRequestIds: string[];
    reused: number;
    reusedRequestIds: string[];
    samePayloadOtherKey: number;
    samePayloadActions: { actionId: string; repeatsActionId: string }[];
  };
  retry_handling: {
    rateLimit: Part<Refusal> & { refusals: number };
    serverError: Part<ServerError> & { errors: number };
  };
};

/** The evidence of an item, by its name. */
export function evidenceOf<Id extends GoLiveItemId>(_id: Id, item: GoLiveItem): EvidenceOf[Id] {
  // The API leaves evidence open; the checks of each item write it in this form.
  return item.evidence as unknown as EvidenceOf[Id];
}
