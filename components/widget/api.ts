import type { Settings } from "@/components/widget/settings";
import type { DonationLink, DonationStatus } from "@/lib/domain/giving/donations/schemas";
import type { Organization } from "@/lib/domain/giving/organizations/schemas";
import type { PartnerConfig } from "@/lib/domain/partners/schemas";

/** A refusal with the API's own code, or `NETWORK_ERROR`. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The four calls a publishable key may make without a signature. */
export function connectApi({ origin, partnerKey }: Settings) {
  async function call<T>(path: string, body?: unknown): Promise<T> {
    let response: Response;
    try {
      response = await fetch(`${origin}/v1/partner/${path}`, {
        method: body ? "POST" : "GET",
        headers: { "X-Partner-Key": partnerKey, ...(body ? { "Content-Type": "application/json" } : {}) },
        body: body ? JSON.stringify(body) : undefined,
        credentials: "omit",
        referrerPolicy: "origin",
      });
    } catch {
      throw new ApiError("NETWORK_ERROR", "The server could not be reached.");
    }
    const said = await response.json().catch(() => ({}));
    if (!response.ok)
      throw new ApiError(said.code ?? "UNREADABLE_ANSWER", said.message ?? "The answer was not readable.");
    return said;
  }
  return {
    config: () => call<PartnerConfig>("config"),
    organization: (slug: string) => call<Organization>(`organizations/${encodeURIComponent(slug)}`),
    createLink: (body: unknown) => call<DonationLink>("donations/create-link", body),
    status: (id: string) => call<DonationStatus>(`donations/status/${encodeURIComponent(id)}`),
  };
}

export type Api = ReturnType<typeof connectApi>;
