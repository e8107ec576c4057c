import { CLIENT_WORDS, modeWord, OUTCOME_WORDS } from "@/components/admin/api-clients/api-client-words";
import { Badge } from "@/components/ui/badge";
import { Status } from "@/components/ui/status";
import type { AuditOutcome, ClientStatus } from "@/lib/domain/api-clients/schemas";

export function ClientStatusMark({ status }: { status: ClientStatus }) {
  const { tone, word } = CLIENT_WORDS[status];
  return <Status tone={tone}>{word}</Status>;
}

export function ModeBadge({ sandboxMode }: { sandboxMode: boolean }) {
  return <Badge tone={sandboxMode ? "sandbox" : "neutral"}>{modeWord(sandboxMode)}</Badge>;
}

export function OutcomeMark({ outcome }: { outcome: AuditOutcome }) {
  const { tone, word } = OUTCOME_WORDS[outcome];
  return <Status tone={tone}>{word}</Status>;
}
