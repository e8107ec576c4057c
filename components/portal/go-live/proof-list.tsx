"use client";

import Link from "next/link";
import { useEnterBy } from "@/components/portal/go-live/environment-link";
import type { Proof } from "@/components/portal/go-live/reading";
import { CopyButton } from "@/components/ui/copy-button";
import { useIsPortal } from "@/lib/client/providers";

/** Ids to follow up: each can be copied, and in the portal leads to its page where it has one. */
export function ProofList({ proofs }: { proofs: readonly Proof[] }) {
  const isPortal = useIsPortal();
  if (proofs.length === 0) return null;
  return (
    <ul className="flex flex-col">
      {proofs.map((proof) => (
        <li key={proof.id} className="flex min-w-0 items-center gap-2 text-dense">
          <span className="w-16 shrink-0 text-content-muted">{proof.label ?? proof.what}</span>
          <span className="min-w-0 truncate font-mono" title={proof.id}>
            {isPortal && proof.href ? <ProofLink {...proof} href={proof.href} /> : proof.id}
          </span>
          <CopyButton value={proof.id} what={`${proof.what} id`} />
        </li>
      ))}
    </ul>
  );
}

function ProofLink({ id, environment, href }: Proof & { href: string }) {
  const enter = useEnterBy(environment, href);
  return (
    <Link href={href} onClick={enter} prefetch={false} className="link">
      {id}
    </Link>
  );
}
