import { PARTNER_WORDS } from "@/components/admin/partners/partner-words";
import { Status } from "@/components/ui/status";
import type { PartnerStatus } from "@/lib/domain/partners/statuses";

export function PartnerStatusMark({ status }: { status: PartnerStatus }) {
  const { tone, word } = PARTNER_WORDS[status];
  return <Status tone={tone}>{word}</Status>;
}
