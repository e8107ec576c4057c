import type { EvidenceOf } from "@/components/portal/go-live/evidence";
import {
  counted,
  deliveryProofs,
  type Finding,
  keyProof,
  later,
  poolProof,
  type Reading,
  requestProofs,
  WEEK_MS,
  webhookProof,
} from "@/components/portal/go-live/reading";

export function readLiveKeys({ keyIds, expiredKeyIds, inactiveKeyIds }: EvidenceOf["live_keys"]): Reading {
  const groups: [ids: string[], tone: Finding["tone"], text: string][] = [
    [keyIds, "success", "in force"],
    [expiredKeyIds, "danger", "expired"],
    [inactiveKeyIds, "neutral", "deactivated or revoked"],
  ];
  const findings = groups
    .filter(([ids]) => ids.length > 0)
    .map(([ids, tone, text]) => ({ tone, text: `${counted(ids.length, "pair")} ${text}`, proofs: ids.map(keyProof) }));
  return {
    lookedAt: "production key pairs",
    findings: findings.length > 0 ? findings : [{ tone: "progress", text: "No production pair was made.", proofs: [] }],
    lasts: "Counts while a pair is active and unexpired.",
  };
}

export function readLiveSigning({ lastSigned, last24Hours }: EvidenceOf["live_signing"]): Reading {
  const { signed, failures, failedRequestIds } = last24Hours;
  const served: Finding = lastSigned
    ? {
        tone: "success",
        text: "A signed request was served.",
        at: lastSigned.at,
        proofs: [...requestProofs("production", [lastSigned.requestId]), keyProof(lastSigned.keyId)],
      }
    : { tone: "progress", text: "No signed request was served in seven days.", proofs: [] };
  const wrong: Finding[] =
    failures === 0
      ? []
      : [
          {
            tone: failures * 20 >= signed ? "danger" : "warning",
            text: `${failures.toLocaleString("en")} of ${counted(signed, "request")} in 24 hours had a wrong signature; 5 % is too many.`,
            proofs: requestProofs("production", failedRequestIds),
          },
        ];
  return {
    lookedAt: "requests by sk_live_ keys, served in seven days or signed wrongly in 24 hours",
    findings: [served, ...wrong],
    lasts: "Counts for seven days after the last signed request.",
    staleAt: lastSigned ? later(lastSigned.at, WEEK_MS) : undefined,
  };
}

export function readProductionPool({ pools }: EvidenceOf["production_pool"]): Reading {
  const findings = pools.map(({ tokenPoolId, status, balance }): Finding => {
    const isReady = status === "ACTIVE" && balance > 0;
    return {
      tone: isReady ? "success" : "danger",
      text: `${status.charAt(0)}${status.slice(1).toLowerCase()}, ${counted(balance, "token")}`,
      proofs: [poolProof(tokenPoolId)],
    };
  });
  return {
    lookedAt: "production token pools",
    findings: findings.length > 0 ? findings : [{ tone: "progress", text: "There is no production pool.", proofs: [] }],
    lasts: "Counts while an active pool holds tokens.",
  };
}

const NO_WEBHOOK: Finding = { tone: "progress", text: "No production webhook is registered.", proofs: [] };

/** The moment the first of several stops counting. */
function earliestStale(times: readonly (string | null)[]): string | undefined {
  const first = times.filter((at) => at !== null).toSorted()[0];
  return first && later(first, WEEK_MS);
}

export function readWebhookReachable({ webhooks }: EvidenceOf["webhook_reachable"]): Reading {
  const findings = webhooks.map((webhook): Finding => {
    const { webhookId, isActive, deliveryId, eventType, at, httpStatus, error } = webhook;
    const proofs = [webhookProof(webhookId), ...deliveryProofs(webhookId, [deliveryId])];
    if (!isActive) return { tone: "danger", text: "The webhook is turned off.", proofs };
    if (at === null) return { tone: "progress", text: "Nothing was delivered to it yet.", proofs };
    const arrived = httpStatus !== null && httpStatus < 300 && error === null;
    const outcome = httpStatus === null ? (error ?? "no answer came") : `was answered ${httpStatus}`;
    return { tone: arrived ? "success" : "danger", text: `The last delivery, ${eventType}: ${outcome}`, at, proofs };
  });
  return {
    lookedAt: "the last delivery to every production webhook",
    findings: findings.length > 0 ? findings : [NO_WEBHOOK],
    lasts: "Deliveries go to public addresses with valid TLS only, and count for seven days.",
    staleAt: earliestStale(webhooks.map(({ at }) => at)),
  };
}

export function readWebhookVerification({ webhooks }: EvidenceOf["webhook_verification"]): Reading {
  const findings = webhooks.flatMap((probed): Finding[] => {
    const { webhookId, at } = probed;
    if (at === null) {
      return [{ tone: "progress", text: "Its present URL was not probed yet.", proofs: [webhookProof(webhookId)] }];
    }
    const { refusedWrongSignature: refused, acceptedCorrectSignature: accepted, refusedStaleTimestamp: dated } = probed;
    return [
      {
        tone: refused ? "success" : "danger",
        text: refused ? "It refused a wrong signature." : "It did not refuse a wrong signature.",
        at,
        proofs: deliveryProofs(webhookId, [probed.wrongSignatureDeliveryId]),
      },
      {
        tone: accepted ? "success" : "danger",
        text: accepted ? "It accepted a correct signature." : "It did not accept a correct signature.",
        proofs: deliveryProofs(webhookId, [probed.correctSignatureDeliveryId]),
      },
      {
        tone: dated ? "success" : "warning",
        text: dated ? "It refused an old timestamp." : "It did not refuse an old timestamp. Advice only.",
        proofs: deliveryProofs(webhookId, [probed.staleTimestampDeliveryId]),
      },
    ];
  });
  return {
    lookedAt: "the last probe of every production webhook",
    findings: findings.length > 0 ? findings : [NO_WEBHOOK],
    lasts: "Counts for seven days; production webhooks are probed every week until cutover.",
    staleAt: earliestStale(webhooks.map(({ at }) => at)),
  };
}
