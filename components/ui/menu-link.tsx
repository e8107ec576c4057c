"use client";

import Link from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * A link of a menu that stands on every page. What it leads to is fetched once somebody points at it: fetching all of a
 * menu beforehand would be more requests than the page itself.
 */
export function MenuLink({ prefetch, ...rest }: ComponentProps<typeof Link>) {
  const [isMeant, setIsMeant] = useState(false);
  const mean = () => setIsMeant(true);
  return (
    <Link prefetch={isMeant ? prefetch : false} onMouseEnter={mean} onFocus={mean} onTouchStart={mean} {...rest} />
  );
}
