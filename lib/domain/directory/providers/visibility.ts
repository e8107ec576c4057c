import { providers } from "@/db/schema/directory-providers";
import { isOneOf } from "@/lib/domain/directory/is-one-of";
import { PUBLIC_PROVIDER_STATUSES } from "@/lib/domain/directory/providers/statuses";

/** The providers that partners see. */
export const visibleProvider = () => isOneOf(providers.status, PUBLIC_PROVIDER_STATUSES);
