"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { type Decidable, type Decision, type DecisionKind, decide } from "@/components/admin/inquiries/decide";
import type { ApiError } from "@/lib/client/call";
import * as inquiriesApi from "@/lib/contract/admin/inquiries";
import type { Inquiry } from "@/lib/domain/giving/inquiries/schemas";

/** Read again whenever an inquiry moved. */
export const REFRESHED = [inquiriesApi.listInquiries, inquiriesApi.getInquiry];

export const DONE_WORDS: Record<DecisionKind, string> = {
  review: "taken into review",
  approve: "approved",
  reject: "rejected",
  requestChanges: "sent back for changes",
};

/** One decision on one inquiry. Its list is read again even when it failed: then something else has happened to it. */
export function useDecision(inquiry: Decidable, onDone: () => void) {
  const client = useQueryClient();
  return useMutation<Inquiry, ApiError, Decision>({
    mutationFn: (decision) => decide(inquiry, decision),
    onSuccess: (_, { kind }) => {
      toast.success(`${inquiry.partnerName} ${DONE_WORDS[kind]}`);
      onDone();
    },
    onSettled: () => Promise.all(REFRESHED.map(({ id }) => client.invalidateQueries({ queryKey: [id] }))),
  });
}
