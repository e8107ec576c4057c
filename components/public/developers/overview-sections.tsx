import { DocSection } from "@/components/public/developers/doc-section";
import { EndpointCards } from "@/components/public/developers/endpoint-cards";
import { MonoList } from "@/components/public/developers/mono-list";
import { CopyButton } from "@/components/ui/copy-button";
import type { DeveloperDocs } from "@/lib/contract/directory/documents/developer-docs";

const EVENTS_SHOWN = 4;

/** Where the API is, who may call it, how webhooks are signed, which events there are, and every operation. */
export function OverviewSections({ docs }: { docs: DeveloperDocs }) {
  const { authentication, webhooks, baseUrl } = docs;
  return (
    <>
      <DocSection
        id="base-url"
        lead={
          <p>
            Send <Mono>{authentication.header}</Mono> with a sandbox or an approved key on every call.
          </p>
        }
      >
        <p className="flex items-center gap-1 font-mono text-section">
          <span className="min-w-0 break-all">{baseUrl}</span>
          <CopyButton value={baseUrl} what="base URL" />
        </p>
      </DocSection>
      <DocSection
        id="authentication"
        lead={
          <p>
            <Mono>{authentication.type}</Mono>: a key holds scopes, and each operation names the one that it needs.
          </p>
        }
      >
        <MonoList names={authentication.requiredScopes} />
      </DocSection>
      <DocSection
        id="webhook-signing"
        lead={
          <p>
            <Mono>{webhooks.algorithm}</Mono>: the header <Mono>{webhooks.signatureHeader}</Mono> signs{" "}
            {webhooks.signedContent} with {webhooks.toleranceSeconds} s tolerance.
          </p>
        }
      />
      <DocSection
        id="events"
        lead={<p>{webhooks.supportedEvents.length} kinds of event are delivered, among them these.</p>}
      >
        <MonoList names={webhooks.supportedEvents.slice(0, EVENTS_SHOWN)} />
      </DocSection>
      <DocSection id="endpoints">
        <EndpointCards cards={docs.endpoints} baseUrl={baseUrl} />
      </DocSection>
    </>
  );
}

export function Mono({ children }: { children: string }) {
  return <code className="font-mono text-dense break-words text-content">{children}</code>;
}
