"use client";

import Link from "next/link";
import { createContext, Fragment, type ReactNode, useContext, useEffect, useState } from "react";

export type Crumb = { label: string; href?: string };

export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="min-w-0">
      <ol className="flex min-w-0 items-center gap-2 text-body">
        {crumbs.map((crumb, position) => (
          <Fragment key={`${crumb.label}${crumb.href}`}>
            {position > 0 && (
              <li aria-hidden="true" className="text-content-subtle max-md:hidden">
                /
              </li>
            )}
            <CrumbItem crumb={crumb} isLast={position === crumbs.length - 1} />
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}

function CrumbItem({ crumb, isLast }: { crumb: Crumb; isLast: boolean }) {
  if (isLast || !crumb.href) {
    return (
      <li
        aria-current={isLast ? "page" : undefined}
        className={isLast ? "truncate" : "truncate text-content-muted max-md:hidden"}
      >
        {crumb.label}
      </li>
    );
  }
  return (
    <li className="truncate max-md:hidden">
      <Link href={crumb.href} className="rounded-mark text-content-muted hover:text-content">
        {crumb.label}
      </Link>
    </li>
  );
}

type Trail = { crumbs: readonly Crumb[]; setCrumbs: (crumbs: readonly Crumb[]) => void };

const NO_CRUMBS: readonly Crumb[] = [];
const TrailContext = createContext<Trail>({ crumbs: NO_CRUMBS, setCrumbs: () => {} });

export function BreadcrumbProvider({ children }: { children: ReactNode }) {
  const [crumbs, setCrumbs] = useState(NO_CRUMBS);
  return <TrailContext value={{ crumbs, setCrumbs }}>{children}</TrailContext>;
}

export function useTrail(): readonly Crumb[] {
  return useContext(TrailContext).crumbs;
}

/** Mounted by a detail page: what follows the navigation entry in the top bar, such as the name of a key. */
export function BreadcrumbTrail({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { setCrumbs } = useContext(TrailContext);
  const key = JSON.stringify(crumbs);
  useEffect(() => {
    setCrumbs(JSON.parse(key));
    return () => setCrumbs(NO_CRUMBS);
  }, [key, setCrumbs]);
  return null;
}
