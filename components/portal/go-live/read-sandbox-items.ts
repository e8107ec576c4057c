import type { EvidenceOf } from "@/components/portal/go-live/evidence";
import {
  actionProof,
  caseProofs,
  counted,
  type Finding,
  later,
  type Reading,
  requestProofs,
} from "@/components/portal/go-live/reading";

const RETRIES_COUNT_MS = 90 * 24 * 60 * 60 * 1000;

export function readIdempotencyKeys(evidence: EvidenceOf["idempotency_keys"]): Reading {
  const { actions, actionsNeeded, replays, replayRequestIds, reused, reusedRequestIds } = evidence;
  const { samePayloadOtherKey, samePayloadActions } = evidence;
  const findings: Finding[] = [
    {
      tone: actions >= actionsNeeded ? "success" : "progress",
      text: `${counted(actions, "action")}; ${actionsNeeded} are needed`,
      proofs: [],
    },
    {
      tone: replays > 0 ? "success" : "progress",
      text: replays > 0 ? `${counted(replays, "true replay")}: same key, same payload` : "No request was repeated yet.",
      proofs: requestProofs("sandbox", replayRequestIds),
    },
  ];
  if (reused > 0) {
    findings.push({
      tone: "danger",
      text: `${counted(reused, "request")} used a key again for another payload.`,
      proofs: requestProofs("sandbox", reusedRequestIds),
    });
  }
  if (samePayloadOtherKey > 0) {
    findings.push({
      tone: "danger",
      text: `${counted(samePayloadOtherKey, "action")} repeated a payload under another key within ten minutes.`,
      proofs: samePayloadActions.map(({ actionId }) => actionProof(actionId)),
    });
  }
  return {
    lookedAt: "sandbox actions of the last 14 days that a key submitted",
    findings,
    lasts: "Counts traffic of the last 14 days, good and bad: what is older drops out.",
  };
}

function readRateLimit({ proof, breach, refusals, status }: EvidenceOf["retry_handling"]["rateLimit"]): Finding {
  if (status === "FAILED" && breach) {
    return {
      tone: "danger",
      text: `After a 429 the same key called again before its ${counted(breach.retryAfterSeconds, "second")} were over.`,
      at: breach.at,
      proofs: caseProofs([
        ["429", breach.requestId],
        ["too soon", breach.hurriedRequestId],
      ]),
    };
  }
  if (proof) {
    return {
      tone: "success",
      text: "After a 429 the wait was kept, and a call succeeded.",
      at: proof.at,
      proofs: caseProofs([
        ["429", proof.requestId],
        ["success", proof.successRequestId],
      ]),
    };
  }
  const text = refusals === 0 ? "No request met a 429 yet." : "After a 429 no call succeeded yet.";
  return { tone: "progress", text, proofs: [] };
}

function readServerError({ proof, breach, errors, status }: EvidenceOf["retry_handling"]["serverError"]): Finding {
  if (status === "FAILED" && breach) {
    return {
      tone: "danger",
      text: "A 5xx was not retried within an hour with its idempotency key.",
      at: breach.at,
      proofs: caseProofs([["5xx", breach.requestId]]),
    };
  }
  if (proof) {
    return {
      tone: "success",
      text: "After a 5xx a retry with the same idempotency key succeeded.",
      at: proof.at,
      proofs: caseProofs([
        ["5xx", proof.requestId],
        ["retry", proof.retryRequestId],
      ]),
    };
  }
  const text = errors === 0 ? "No action met a 5xx yet." : "After a 5xx no retry succeeded yet.";
  return { tone: "progress", text, proofs: [] };
}

export function readRetryHandling({ rateLimit, serverError }: EvidenceOf["retry_handling"]): Reading {
  const proven = [rateLimit.proof?.at, serverError.proof?.at].filter((at) => at !== undefined).toSorted();
  return {
    lookedAt: "what followed each 429 and 5xx in the sandbox, in 90 days",
    findings: [readRateLimit(rateLimit), readServerError(serverError)],
    lasts: "Counts for 90 days; a new breach outweighs older proofs.",
    staleAt: proven.length === 2 ? later(proven[0]!, RETRIES_COUNT_MS) : undefined,
  };
}
