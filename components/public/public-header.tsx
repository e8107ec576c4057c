import Link from "next/link";
import { LinkButton } from "@/components/ui/link-button";
import { Logo } from "@/components/ui/logo";
import { ThemeToggle } from "@/components/ui/theme-toggle";

export function PublicHeader() {
  return (
    <header className="border-b border-default">
      <div className="mx-auto flex h-12 max-w-content items-center gap-1 px-4 md:h-16 md:gap-2 md:px-6">
        <Link href="/" className="mr-auto rounded-control py-2">
          <Logo />
        </Link>
        <LinkButton href="/partner-api" variant="ghost" size="small" className="max-md:hidden" prefetch={false}>
          API reference
        </LinkButton>
        <LinkButton href="/developers" variant="ghost" size="small" className="max-md:hidden" prefetch={false}>
          Directory API
        </LinkButton>
        <LinkButton href="/sign-in" variant="ghost" size="small">
          Sign in
        </LinkButton>
        <ThemeToggle />
        <LinkButton href="/sign-up" variant="primary" size="small" className="max-md:hidden">
          Create account
        </LinkButton>
      </div>
    </header>
  );
}
