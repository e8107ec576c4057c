import type { Metadata } from "next";
import { InquiryStatus, NoSuchInquiry } from "@/components/public/inquiry/inquiry-status";
import { PageBody } from "@/components/ui/page-body";
import { ServerState } from "@/lib/client/providers";

// The address holds a token: it must not travel on as a referrer.
export const metadata: Metadata = { title: "Your inquiry", referrer: "no-referrer", robots: { index: false } };

type PageProps = {
  params: Promise<{ inquiryId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function InquiryStatusPage({ params, searchParams }: PageProps) {
  const [{ inquiryId }, { token }] = [await params, await searchParams];
  return (
    <PageBody>
      {typeof token === "string" && token !== "" ? (
        <ServerState>
          <InquiryStatus inquiryId={inquiryId} token={token} />
        </ServerState>
      ) : (
        <NoSuchInquiry />
      )}
    </PageBody>
  );
}
