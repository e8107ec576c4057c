import Link from "next/link";
import { type HomeFigures, keysOf } from "@/components/portal/home/use-home-figures";
import { KeyStatus } from "@/components/portal/keys/key-columns";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";

const SHOWN = 5;

/** The keys of this environment, the most recently used first. */
export function KeyUse({ figures }: { figures: HomeFigures }) {
  const keys = (keysOf(figures) ?? [])
    .filter((key) => key.revokedAt === null)
    .sort((a, b) => (b.lastUsedAt ?? "").localeCompare(a.lastUsedAt ?? ""))
    .slice(0, SHOWN);
  return (
    <Section
      title="Keys by last use"
      actions={
        <LinkButton href="/keys" size="small">
          Show all keys
        </LinkButton>
      }
    >
      {keys.length === 0 ? (
        <p className="text-body text-content-muted">
          This environment has no key.{" "}
          <Link href="/keys?create=true" className="link">
            Create a key
          </Link>{" "}
          to sign calls with.
        </p>
      ) : (
        <ul className="divide-y divide-default border-y border-default">
          {keys.map((key) => (
            <li key={key.id} className="flex min-h-12 items-center gap-4 py-1">
              <Link
                href={`/keys?key=${key.id}`}
                className="min-w-0 flex-1 truncate py-2 font-medium underline-offset-2 hover:underline"
              >
                {key.name}
              </Link>
              <KeyStatus apiKey={key} />
              <span className="shrink-0 text-right md:w-32 text-content-muted">
                <Time at={key.lastUsedAt} never="Never used" />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
