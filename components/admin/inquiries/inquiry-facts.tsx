import Link from "next/link";
import { InquiryStatusMark } from "@/components/admin/inquiries/inquiry-status-mark";
import { TIER_WORDS } from "@/components/admin/partners/partner-words";
import { Facts } from "@/components/ui/facts";
import { IdText } from "@/components/ui/id-text";
import { Time } from "@/components/ui/time";
import type { Inquiry } from "@/lib/domain/giving/inquiries/schemas";

/** What a decision is made on, at a glance. */
export function InquiryFacts({ inquiry }: { inquiry: Inquiry }) {
  const { id, status, contactName, contactEmail, tierHint, openSince, decision, partnerId } = inquiry;
  return (
    <Facts
      facts={[
        { label: "Status", value: <InquiryStatusMark status={status} /> },
        { label: "In this status", value: <Time at={openSince} never="Closed" /> },
        { label: "Received", value: <Time at={inquiry.submittedAt} format="absolute" /> },
        { label: "Actions a month", value: inquiry.expectedMonthlyActionVolume.toLocaleString("en") },
        { label: "Tier hint", value: TIER_WORDS[tierHint] },
        ...(contactName ? [{ label: "Contact", value: contactName }] : []),
        { label: "E-mail", value: contactEmail, copy: contactEmail },
        { label: "Inquiry ID", value: <IdText value={id} short copy={false} />, copy: id },
        ...(decision ? [{ label: "Decided", value: <Time at={decision.at} format="absolute" /> }] : []),
        ...(decision?.by ? [{ label: "Decided by", value: decision.by }] : []),
        ...(decision?.tier ? [{ label: "Tier", value: TIER_WORDS[decision.tier] }] : []),
        ...(partnerId
          ? [
              {
                label: "Partner",
                value: (
                  <Link className="link" href={`/admin/partners/${partnerId}`}>
                    Open partner
                  </Link>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
