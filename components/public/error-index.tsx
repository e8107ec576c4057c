import Link from "next/link";
import { reasonOf } from "@/lib/contract/error-body";
import { wireCode } from "@/lib/contract/error-guide";
import { ERRORS, type ErrorCode } from "@/lib/errors";

function codesByStatus(): [status: number, codes: ErrorCode[]][] {
  const groups = new Map<number, ErrorCode[]>();
  for (const code of Object.keys(ERRORS) as ErrorCode[]) {
    const { status } = ERRORS[code];
    groups.set(status, [...(groups.get(status) ?? []), code]);
  }
  return [...groups].toSorted(([a], [b]) => a - b);
}

/** Every code, by status, each with its sentence and a way to its page. */
export function ErrorIndex() {
  return (
    <div className="mx-auto w-full max-w-content px-4 py-12 md:px-6">
      <h1 className="text-headline font-semibold">Error codes</h1>
      <p className="mt-2 max-w-prose text-lead text-content-muted">
        Branch on <code className="font-mono text-body">code</code>: it stays the same. The sentence beside it is for
        people and may change. Each code has a page that says how to put it right.
      </p>
      {codesByStatus().map(([status, codes]) => (
        <section key={status} aria-labelledby={`status-${status}`} className="mt-8">
          <h2 id={`status-${status}`} className="text-section font-semibold">
            {status} {reasonOf(status)}
          </h2>
          <ul className="mt-2 divide-y divide-default border-y border-default">
            {codes.map((code) => (
              <li key={code} className="grid gap-x-6 py-2 md:grid-cols-3">
                <Link
                  href={`/errors/${wireCode(code)}`}
                  prefetch={false}
                  className="link font-mono text-dense break-words"
                >
                  {wireCode(code)}
                </Link>
                <span className="text-content-muted md:col-span-2">{ERRORS[code].message}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
