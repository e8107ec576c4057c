import { ContractSections } from "@/components/public/developers/contract-sections";
import { DevelopersHero } from "@/components/public/developers/developers-hero";
import { OnboardingSection } from "@/components/public/developers/onboarding-section";
import { OverviewSections } from "@/components/public/developers/overview-sections";
import { PageContents } from "@/components/public/developers/page-contents";
import { ReleaseSections } from "@/components/public/developers/release-sections";
import { WebhookSections } from "@/components/public/developers/webhook-sections";
import type { DeveloperDocs } from "@/lib/contract/directory/documents/developer-docs";

/** The developer page, from the same document that the API answers: the two cannot drift apart. */
export function DevelopersArticle({ docs }: { docs: DeveloperDocs }) {
  return (
    <div className="mx-auto w-full max-w-content px-4 md:px-6">
      <DevelopersHero docs={docs} />
      <div className="grid lg:grid-cols-5 lg:gap-12">
        <PageContents />
        <div className="min-w-0 lg:col-span-4">
          <OverviewSections docs={docs} />
          <WebhookSections docs={docs} />
          <OnboardingSection checklist={docs.sandboxOnboarding} />
          <ReleaseSections docs={docs} />
          <ContractSections docs={docs} />
        </div>
      </div>
    </div>
  );
}
