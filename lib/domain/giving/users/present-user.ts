import type { partnerUsers } from "@/db/schema/giving";
import type { User } from "@/lib/domain/giving/users/schemas";

export type UserRow = typeof partnerUsers.$inferSelect;

/** A reward recipient as the API shows it. */
export function presentUser(row: UserRow): User {
  return {
    id: row.id,
    externalId: row.externalId,
    email: row.email,
    firstName: row.firstName,
    lastName: row.lastName,
    status: row.status,
    metadata: row.metadata,
    environment: row.environment,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
