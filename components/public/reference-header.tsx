import Link from "next/link";
import { LinkButton } from "@/components/ui/link-button";
import { Logo } from "@/components/ui/logo";
import { ThemeToggle } from "@/components/ui/theme-toggle";

/** The frame of the API reference: it stays in sight, so the way back to the portal does too. */
export function ReferenceHeader() {
  return (
    <header className="sticky top-0 z-20 border-b border-default bg-canvas">
      <div className="flex h-12 items-center gap-1 px-4 md:gap-2 md:px-6">
        <Link href="/" className="mr-auto rounded-control py-2">
          <Logo />
        </Link>
        <LinkButton href="/errors" variant="ghost" size="small">
          Error codes
        </LinkButton>
        <LinkButton href="/home" variant="ghost" size="small" prefetch={false}>
          Portal
        </LinkButton>
        <ThemeToggle />
      </div>
    </header>
  );
}
