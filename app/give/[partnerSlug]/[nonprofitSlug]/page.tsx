import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { GivingPage } from "@/components/public/giving/giving-page";
import { readGivingPage } from "@/lib/http/giving-page";

type PageProps = {
  params: Promise<{ partnerSlug: string; nonprofitSlug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const read = cache((partnerSlug: string, nonprofitSlug: string, isSandbox: boolean) =>
  readGivingPage({ partnerSlug, nonprofitSlug, ...(isSandbox && { environment: "sandbox" }) }),
);

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const [{ partnerSlug, nonprofitSlug }, { environment }] = [await params, await searchParams];
  const page = await read(partnerSlug, nonprofitSlug, environment === "sandbox");
  return { title: page ? `Give to ${page.organization.name}` : "Page not found", referrer: "origin" };
}

export default async function GiveRoute({ params, searchParams }: PageProps) {
  const [{ partnerSlug, nonprofitSlug }, asked] = [await params, await searchParams];
  const page = await read(partnerSlug, nonprofitSlug, asked.environment === "sandbox");
  if (!page) notFound();
  const text = (name: string) => (typeof asked[name] === "string" ? asked[name] : undefined);
  return (
    <GivingPage
      {...page}
      isOpen={page.publishableKey !== null}
      action={`/give/${partnerSlug}/${nonprofitSlug}/donate${asked.environment === "sandbox" ? "?environment=sandbox" : ""}`}
      problem={text("problem")}
      field={text("field")}
      outcome={text("status")}
      userId={text("userId")}
      referralCode={text("referralCode")}
    />
  );
}
