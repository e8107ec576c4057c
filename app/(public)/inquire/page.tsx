import type { Metadata } from "next";
import { NewInquiry } from "@/components/public/inquiry/new-inquiry";
import { PageBody } from "@/components/ui/page-body";

export const metadata: Metadata = {
  title: "Request partnership",
  description: "Tell us who you are and what you plan; a reviewer answers.",
};

export default function InquirePage() {
  return (
    <PageBody>
      <NewInquiry />
    </PageBody>
  );
}
