"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { isWorthRetrying } from "@/lib/client/query";
import { setClientEnvironment } from "@/lib/client/session";
import type { Environment } from "@/lib/domain/shared/schemas";

type EnvironmentChoice = { environment: Environment; setEnvironment: (next: Environment) => void };

const EnvironmentContext = createContext<EnvironmentChoice | null>(null);

const COOKIE = "portico-environment";
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Server state for everything below. */
export function ServerState({ children }: { children: ReactNode }) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: isWorthRetrying, staleTime: 5_000 } } }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

/** Server state and the chosen environment for everything below. The choice is remembered in a cookie. */
export function PortalProviders({ initial, children }: { initial: Environment; children: ReactNode }) {
  const [environment, setChoice] = useState(initial);
  // Before anything below asks: queries read the environment while they render.
  setClientEnvironment(environment);
  const choice = useMemo(
    () => ({
      environment,
      setEnvironment: (next: Environment) => {
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in some browsers we serve.
        document.cookie = `${COOKIE}=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
        setClientEnvironment(next);
        setChoice(next);
      },
    }),
    [environment],
  );
  return (
    <ServerState>
      <EnvironmentContext.Provider value={choice}>{children}</EnvironmentContext.Provider>
    </ServerState>
  );
}

/** Whether the portal is around: the administrators' pages show some of its parts, and none of its pages are theirs. */
export function useIsPortal(): boolean {
  return useContext(EnvironmentContext) !== null;
}

/** The environment the portal shows, and how to change it. */
export function useEnvironment(): EnvironmentChoice {
  const choice = useContext(EnvironmentContext);
  if (!choice) throw new Error("useEnvironment needs PortalProviders above it");
  return choice;
}
