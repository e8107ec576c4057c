import { z } from "zod";
import {
  Environment,
  IsoTime,
  IsoTimeInput,
  listOf,
  Metadata,
  ObjectId,
  PageQuery,
  Sort,
  Tokens,
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
