import type { User } from "@/lib/domain/giving/users/schemas";

/** First and last name, whatever there is of them. */
export function userName({ firstName, lastName }: Pick<User, "firstName" | "lastName">): string {
  return [firstName, lastName].filter(Boolean).join(" ");
}

/** Where a user's page stands. External ids hold characters such as "@" and "|". */
export function userAddress(externalId: string): string {
  return `/users/${encodeURIComponent(externalId)}`;
}

/** The id as it stands in a path, decoded. A path that is not well encoded names no user, so it stays as it is. */
export function externalIdOf(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
