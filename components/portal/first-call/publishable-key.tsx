"use client";

import { createContext, useContext } from "react";
import { PUBLISHABLE_KEY_SLOT } from "@/components/portal/first-call/snippets";

const PublishableKeyContext = createContext(PUBLISHABLE_KEY_SLOT);

export const PublishableKeyProvider = PublishableKeyContext.Provider;

/** The chosen key, inside code that was coloured on the server. */
export function PublishableKey() {
  return useContext(PublishableKeyContext);
}
