import { and, asc, count, desc, eq, gte, like, lt, or, sql } from "drizzle-orm";
import { partnerUsers } from "@/db/schema/giving";
import type { PartnerCtx } from "@/lib/domain/context";
import { ownUsers } from "@/lib/domain/giving/users/own-users";
import { presentUser } from "@/lib/domain/giving/users/present-user";
import type { ListUsersQuery, UserList } from "@/lib/domain/giving/users/schemas";
import { startsWithPattern } from "@/lib/domain/shared/like";
import { offsetOf, pageOf } from "@/lib/domain/shared/page";

/** Reward recipients; `search` matches the beginning of externalId or e-mail address, in any case. */
export async function listUsers(ctx: PartnerCtx, input: ListUsersQuery): Promise<UserList> {
  const pattern = input.search === undefined ? undefined : startsWithPattern(input.search);
  const search =
    pattern === undefined
      ? undefined
      : or(like(sql`lower(${partnerUsers.externalId})`, pattern), like(sql`lower(${partnerUsers.email})`, pattern));
  const where = and(
    ownUsers(ctx),
    input.status && eq(partnerUsers.status, input.status),
    input.from && gte(partnerUsers.createdAt, input.from),
    input.to && lt(partnerUsers.createdAt, input.to),
    search,
  );
  const direction = input.sort === "createdAt" ? asc : desc;
  const [rows, [counted]] = await Promise.all([
    ctx.db
      .select()
      .from(partnerUsers)
      .where(where)
      .orderBy(direction(partnerUsers.createdAt), direction(partnerUsers.id))
      .limit(input.limit)
      .offset(offsetOf(input)),
    ctx.db.select({ total: count() }).from(partnerUsers).where(where),
  ]);
  return pageOf(rows.map(presentUser), counted!.total, input);
}
