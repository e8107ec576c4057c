import { ATTEMPT_WORDS, CLAIM_WORDS } from "@/components/admin/claims/claim-words";
import { Status } from "@/components/ui/status";
import type { AttemptStatus, ClaimStatus } from "@/lib/domain/directory/claims/statuses";

export function ClaimStatusMark({ status }: { status: ClaimStatus }) {
  const { tone, word } = CLAIM_WORDS[status];
  return <Status tone={tone}>{word}</Status>;
}

export function AttemptStatusMark({ status }: { status: AttemptStatus }) {
  const { tone, word } = ATTEMPT_WORDS[status];
  return <Status tone={tone}>{word}</Status>;
}
