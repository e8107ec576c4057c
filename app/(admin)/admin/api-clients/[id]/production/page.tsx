import type { Metadata } from "next";
import { PromotionReview } from "@/components/admin/api-clients/promotion-review";

export const metadata: Metadata = { title: "Promotion of an API client" };

type PageProps = { params: Promise<{ id: string }> };

export default async function PromotionReviewPage({ params }: PageProps) {
  const { id } = await params;
  return <PromotionReview id={id} />;
}
