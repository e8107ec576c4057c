"use client";

import { statusBanner } from "@/components/portal/shell/partner-state";
import { Notice } from "@/components/ui/notice";
import type { PartnerInfo } from "@/lib/domain/partners/schemas";

/** In words, on every page, what the partner's status means for its calls. */
export function PartnerBanner({ partner }: { partner: PartnerInfo | null | undefined }) {
  const banner = statusBanner(partner);
  if (!banner) return null;
  return (
    <div className="mx-auto w-full max-w-content px-4 pt-4 md:px-6">
      <Notice tone={banner.tone} title={banner.title}>
        {banner.text}
      </Notice>
    </div>
  );
}
