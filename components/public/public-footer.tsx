import Link from "next/link";
import type { PublicLink } from "@/lib/contract/pages";

const LINKS: { href: PublicLink; label: string }[] = [
  { href: "/partner-api", label: "API reference" },
  { href: "/developers", label: "Directory API" },
  { href: "/errors", label: "Error codes" },
  { href: "/inquire", label: "Request partnership" },
  { href: "/sign-up", label: "Create account" },
  { href: "/sign-in", label: "Sign in" },
];

export function PublicFooter() {
  return (
    <footer className="border-t border-default">
      <div className="mx-auto flex max-w-content flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-6 text-dense text-content-muted md:px-6">
        <p>Portico, the partner platform you run yourself.</p>
        <nav aria-label="Footer" className="flex flex-wrap gap-6">
          {LINKS.map((link) => (
            <Link
              key={link.href}
              href={link.href}
              prefetch={false}
              className="rounded-mark py-1 hover:text-content hover:underline"
            >
              {link.label}
            </Link>
          ))}
        </nav>
      </div>
    </footer>
  );
}
