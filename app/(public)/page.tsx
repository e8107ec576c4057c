import type { Metadata } from "next";
import { Audiences } from "@/components/public/audiences";
import { Colonnade } from "@/components/public/colonnade";
import { Environments } from "@/components/public/environments";
import { Hero } from "@/components/public/hero";
import { SignatureAnatomy } from "@/components/public/signature-anatomy";

export const metadata: Metadata = {
  title: { absolute: "Portico: from sign-up to a signed call" },
};

export default function LandingPage() {
  return (
    <>
      <Hero />
      <Colonnade />
      <SignatureAnatomy />
      <Audiences />
      <Environments />
    </>
  );
}
