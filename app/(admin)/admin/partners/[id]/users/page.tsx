import type { Metadata } from "next";
import { PartnerPeople } from "@/components/admin/partners/partner-people";

export const metadata: Metadata = { title: "Users of a partner" };

type PageProps = { params: Promise<{ id: string }> };

export default async function PartnerPeoplePage({ params }: PageProps) {
  const { id } = await params;
  return <PartnerPeople id={id} />;
}
