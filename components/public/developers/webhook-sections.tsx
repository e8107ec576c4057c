import { DocSection } from "@/components/public/developers/doc-section";
import { Mono } from "@/components/public/developers/overview-sections";
import { TextList } from "@/components/public/developers/text-list";
import { CodeBlock } from "@/components/ui/code-block";
import { type CodeLanguage, highlight } from "@/components/ui/highlight";
import type { DeveloperDocs } from "@/lib/contract/directory/documents/developer-docs";

const SHOWN = 24;
const HIGHLIGHTED: Record<DeveloperDocs["sdkExamples"][number]["language"], CodeLanguage> = {
  node: "javascript",
  python: "python",
  curl: "bash",
};

/** How to verify a webhook: the steps, a sample to try them on, and programs that do it. */
export async function WebhookSections({ docs: { webhooks, sdkExamples } }: { docs: DeveloperDocs }) {
  return (
    <>
      <DocSection id="webhook-verification">
        <TextList items={webhooks.verificationSteps} numbered />
      </DocSection>
      <DocSection
        id="sample-signature"
        lead={
          <p>
            <Mono>{`${webhooks.sampleSignature.slice(0, SHOWN)}...`}</Mono> signs the body below with the secret of the
            signing guide. The examples verify it.
          </p>
        }
      >
        <CodeBlock title="Raw body" what="raw body" code={webhooks.sampleRawBody} wrap>
          {await highlight(webhooks.sampleRawBody, "json")}
        </CodeBlock>
      </DocSection>
      <DocSection
        id="sdk-examples"
        lead={<p>Each runs as it stands, with nothing installed but the language itself.</p>}
      >
        {
          await Promise.all(
            sdkExamples.map(async ({ language, title, code }) => (
              <CodeBlock key={language} title={title} what={`${language} example`} code={code}>
                {await highlight(code, HIGHLIGHTED[language])}
              </CodeBlock>
            )),
          )
        }
      </DocSection>
    </>
  );
}
