import { LinkButton } from "@/components/ui/link-button";
import type { DeveloperDocs } from "@/lib/contract/directory/documents/developer-docs";

export function DevelopersHero({ docs }: { docs: DeveloperDocs }) {
  return (
    <section aria-labelledby="developers" className="flex flex-col gap-4 py-12">
      <p className="text-section font-medium text-content-muted">{docs.title}</p>
      <h1 id="developers" className="max-w-prose text-headline font-semibold md:text-display">
        Read the directory. Keep the evidence.
      </h1>
      <p className="max-w-prose text-lead text-content-muted">
        Scoped keys open public inventory, events, usage evidence and webhook verification. Every call is limited,
        scoped and audited in the Open API operations console.
      </p>
      <div className="flex flex-wrap gap-3 max-md:flex-col">
        <LinkButton href="/api/v1/partner/developer-docs" variant="primary" size="large" prefetch={false}>
          View docs JSON
        </LinkButton>
        <LinkButton href="/api/v1/openapi" size="large" prefetch={false}>
          OpenAPI catalog
        </LinkButton>
      </div>
    </section>
  );
}
