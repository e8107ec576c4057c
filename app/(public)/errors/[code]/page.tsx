import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { ErrorArticle } from "@/components/public/error-article";
import { wireCode } from "@/lib/contract/error-guide";
import { ERRORS, type ErrorCode } from "@/lib/errors";

type Props = { params: Promise<{ code: string }> };

const CODES = Object.keys(ERRORS) as ErrorCode[];

export function generateStaticParams() {
  return CODES.map((code) => ({ code: wireCode(code) }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code } = await params;
  const known = CODES.find((each) => wireCode(each) === code);
  return known ? { title: code, description: ERRORS[known].message } : {};
}

export default async function ErrorPage({ params }: Props) {
  const { code } = await params;
  const known = CODES.find((each) => each === code.toLowerCase());
  if (!known) notFound();
  if (code !== wireCode(known)) permanentRedirect(`/errors/${wireCode(known)}`);
  return <ErrorArticle code={known} />;
}
