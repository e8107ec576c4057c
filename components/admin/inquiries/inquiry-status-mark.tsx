import { INQUIRY_WORDS } from "@/components/public/inquiry/inquiry-words";
import { Status } from "@/components/ui/status";
import type { InquiryStatus } from "@/lib/domain/giving/inquiries/statuses";

export function InquiryStatusMark({ status }: { status: InquiryStatus }) {
  const { tone, word } = INQUIRY_WORDS[status];
  return <Status tone={tone}>{word}</Status>;
}
