import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code-block";
import { highlight } from "@/components/ui/highlight";
import { HttpStatus } from "@/components/ui/http-status";
import { errorsOf } from "@/lib/contract/endpoint";
import { exampleOf, examplePath, reasonOf } from "@/lib/contract/error-body";
import { guideTo, wireCode } from "@/lib/contract/error-guide";
import { givingEndpoints } from "@/lib/contract/giving-endpoints";
import { ERRORS, type ErrorCode } from "@/lib/errors";

/** One code: what it means, what the request changed, how to put it right, who answers it, what it looks like. */
export async function ErrorArticle({ code }: { code: ErrorCode }) {
  const { status, message } = ERRORS[code];
  const { meaning, changed, remedy } = guideTo(code);
  const endpoints = givingEndpoints.filter((endpoint) => errorsOf(endpoint).includes(code));
  const path = endpoints[0] ? examplePath(endpoints[0]) : "/v1/partner/…";
  const envelope = JSON.stringify(exampleOf(code, path), null, 2);
  return (
    <article className="mx-auto grid w-full max-w-content gap-8 px-4 py-12 md:grid-cols-2 md:gap-12 md:px-6">
      <div className="flex min-w-0 flex-col gap-6">
        <header>
          <Link href="/errors" className="link text-dense">
            Error codes
          </Link>
          <h1 className="mt-2 font-mono text-title font-semibold break-words">{wireCode(code)}</h1>
          <p className="mt-2 flex flex-wrap items-center gap-2 text-content-muted">
            <HttpStatus code={status} /> {reasonOf(status)}
          </p>
          <p className="mt-3 text-lead">{message}</p>
        </header>
        <Part title="What it means">{meaning}</Part>
        <Part title="What changed">{changed ?? "Nothing."}</Part>
        <Part title="How to put it right">{remedy}</Part>
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <CodeBlock title="Example answer" what="example answer" code={envelope}>
          {await highlight(envelope, "json")}
        </CodeBlock>
        <section>
          <h2 className="text-section font-semibold">Who answers it</h2>
          {endpoints.length === 0 && (
            <p className="mt-1 text-content-muted">
              {status === 404 || status === 405
                ? "No endpoint in particular."
                : "No endpoint of this version. The code is reserved."}
            </p>
          )}
          {endpoints.length === givingEndpoints.length && (
            <p className="mt-1 text-content-muted">Every endpoint can answer it.</p>
          )}
          {endpoints.length > 0 && endpoints.length < givingEndpoints.length && (
            <ul className="mt-2 divide-y divide-default border-y border-default">
              {endpoints.map(({ id, method, path, summary }) => (
                <li key={id} className="py-2">
                  <p className="font-mono text-dense break-words">
                    <Badge mono>{method}</Badge> {path}
                  </p>
                  <p className="text-dense text-content-muted">{summary}</p>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="text-section font-semibold">{title}</h2>
      <p className="mt-1 max-w-prose">{children}</p>
    </section>
  );
}
