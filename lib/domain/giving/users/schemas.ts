import { z } from "zod";
import {
  EmailAddress,
  Environment,
  IsoTime,
  IsoTimeInput,
  listOf,
  Metadata,
  ObjectId,
  PageQuery,
  Sort,
  Tokens,
  text,
} from "@/lib/domain/shared/schemas";

export const USER_STATUSES = ["ACTIVE", "INACTIVE"] as const;

/** The partner's own id of a reward recipient. */
export const ExternalId = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[A-Za-z0-9._:@+|-]+$/, "may contain letters, digits and . _ : @ + | - only")
  .meta({ example: "cust-314" });

export const UserParams = z.strictObject({ externalId: ExternalId });

export type UserParams = z.output<typeof UserParams>;

const UserName = text(1, 80);

export const CreateUser = z.strictObject({
  externalId: ExternalId,
  email: EmailAddress.optional(),
  firstName: UserName.optional(),
  lastName: UserName.optional(),
  metadata: Metadata.optional(),
});
export type CreateUser = z.output<typeof CreateUser>;

/** What is left out stays as it is; null clears a field, and removes a key of the metadata. */
export const PatchUser = z
  .strictObject({
    email: EmailAddress.nullable().optional(),
    firstName: UserName.nullable().optional(),
    lastName: UserName.nullable().optional(),
    status: z.enum(USER_STATUSES).optional(),
    metadata: Metadata.optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, "must name at least one field to change");
export type PatchUser = z.output<typeof PatchUser>;

export const ListUsersQuery = PageQuery.extend({
  search: z.string().min(1).max(128).optional(),
  status: z.enum(USER_STATUSES).optional(),
  from: IsoTimeInput.optional(),
  to: IsoTimeInput.optional(),
  sort: Sort,
});
export type ListUsersQuery = z.output<typeof ListUsersQuery>;

export const User = z
  .object({
    id: ObjectId,
    externalId: z.string(),
    email: z.string().nullable(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    status: z.enum(USER_STATUSES),
    metadata: Metadata,
    environment: Environment,
    createdAt: IsoTime,
    updatedAt: IsoTime,
  })
  .meta({ id: "User" });
export type User = z.output<typeof User>;

export const UserList = listOf(User);
export type UserList = z.output<typeof UserList>;

const Upcoming = z.object({ tokens: Tokens, at: IsoTime }).nullable();

/** `lifetimeEarned = available + vesting + expired + redeemed + reversed`, always. */
export const Balance = z
  .object({
    externalId: z.string(),
    available: Tokens,
    vesting: Tokens,
    expired: Tokens,
    redeemed: Tokens,
    reversed: Tokens,
    lifetimeEarned: Tokens,
    nextVesting: Upcoming,
    nextExpiration: Upcoming,
    asOf: IsoTime,
  })
  .meta({ id: "Balance" });
export type Balance = z.output<typeof Balance>;
