import Link from "next/link";
import type { ReactNode } from "react";
import { CodeTabs } from "@/components/ui/code-tabs";
import { highlight } from "@/components/ui/highlight";
import { LinkButton } from "@/components/ui/link-button";
import { Status } from "@/components/ui/status";
import { ANSWER_SAMPLE, NODE_SAMPLE, PYTHON_SAMPLE, SHELL_SAMPLE } from "./code-samples";

const SAMPLES = [
  { label: "Node.js", language: "javascript", code: NODE_SAMPLE },
  { label: "Python", language: "python", code: PYTHON_SAMPLE },
  { label: "curl", language: "bash", code: SHELL_SAMPLE },
] as const;

export async function Hero() {
  const samples = await Promise.all(
    SAMPLES.map(async ({ label, language, code }) => ({ label, code, rendered: await highlight(code, language) })),
  );
  return (
    <section className="mx-auto grid w-full max-w-content gap-8 px-4 py-12 md:px-6 lg:grid-cols-12 lg:gap-12">
      <div className="flex min-w-0 flex-col items-start justify-center gap-6 lg:col-span-5">
        <h1 className="text-headline font-semibold md:text-display">Sign a call. Reward a person.</h1>
        <p className="max-w-prose text-lead text-content-muted">
          Portico is where a partner's systems meet the platform: sandbox keys, signed API calls, reward tokens,
          webhooks, and a reviewed way into production. The sandbox is yours as soon as you sign up.
        </p>
        <div className="flex flex-wrap gap-3 max-md:w-full max-md:flex-col">
          <LinkButton href="/sign-up" variant="primary" size="large">
            Create account
          </LinkButton>
          <LinkButton href="/partner-api" size="large" prefetch={false}>
            Read API reference
          </LinkButton>
        </div>
        <p className="text-dense text-content-muted [&_a]:link">
          An account needs an address, a password and the name of your organisation. Planning for production already?{" "}
          <Link href="/inquire">Request partnership</Link>.
        </p>
      </div>
      <div className="flex min-w-0 flex-col overflow-hidden rounded-card bg-subtle lg:col-span-7">
        <CodeTabs label="The first call, by language" samples={samples} className="rounded-none" />
        <Answer rendered={await highlight(ANSWER_SAMPLE, "json")} />
      </div>
    </section>
  );
}

function Answer({ rendered }: { rendered: ReactNode }) {
  return (
    <div className="border-t border-default px-4 py-3">
      <p className="mb-2 flex items-center justify-between gap-4 text-dense text-content-muted">
        The answer, shortened
        <Status tone="success" className="font-mono text-content">
          200
        </Status>
      </p>
      <pre className="font-mono text-dense whitespace-pre-wrap">
        <code>{rendered}</code>
      </pre>
    </div>
  );
}
