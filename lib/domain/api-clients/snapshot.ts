import type { ApiScope } from "@/lib/domain/api-clients/scopes";

/** A client as a request sees it. */
export type ApiClientSnapshot = Readonly<{
  id: string;
  partnerId: string | null;
  name: string;
  scopes: readonly ApiScope[];
  sandboxMode: boolean;
  rateLimitPerMinute: number;
  status: string;
}>;
