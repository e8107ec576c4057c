"use client";

import { useRouter } from "next/navigation";
import type { MouseEvent } from "react";
import { LinkButton, type LinkButtonProps } from "@/components/ui/link-button";
import { useEnvironment } from "@/lib/client/providers";
import type { Environment } from "@/lib/domain/shared/schemas";

/** What a link into an environment does besides leading there: the portal shows that environment from then on. */
export function useEnterBy(target: Environment, href: string) {
  const { environment, setEnvironment } = useEnvironment();
  const router = useRouter();
  return (event: MouseEvent) => {
    const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (target === environment || opensElsewhere) return;
    event.preventDefault();
    setEnvironment(target);
    router.push(href);
  };
}

type EnvironmentLinkButtonProps = LinkButtonProps & { href: string; environment: Environment };

export function EnvironmentLinkButton({ environment, href, ...rest }: EnvironmentLinkButtonProps) {
  const enter = useEnterBy(environment, href);
  return <LinkButton href={href} onClick={enter} {...rest} />;
}
