"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { type ApiError, call } from "@/lib/client/call";
import * as claimsApi from "@/lib/contract/directory/admin-claims";
import type { ReviewedClaim } from "@/lib/domain/directory/claims/schemas";

export type ClaimDecision = { kind: "approve" | "reject"; notes?: string; reason: string };

const ENDPOINTS = { approve: claimsApi.approveProviderClaim, reject: claimsApi.rejectProviderClaim };
const DONE = { approve: "approved", reject: "rejected" };

/** One decision on one claim. `onDone` runs before the queue, which then no longer holds the claim, is read again. */
export function useClaimDecision(claim: ReviewedClaim, onDone: () => void) {
  const client = useQueryClient();
  return useMutation<unknown, ApiError, ClaimDecision>({
    mutationFn: ({ kind, ...decision }) => call(ENDPOINTS[kind], { id: claim.id, ...decision }),
    onSuccess: (_, { kind }) => {
      toast.success(`Claim of ${claim.providerName} ${DONE[kind]}`);
      onDone();
      return client.invalidateQueries({ queryKey: [claimsApi.listProviderClaims.id] });
    },
  });
}
