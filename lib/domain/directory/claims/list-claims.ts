import { and, asc, count, desc, eq, ilike, inArray, isNull, or } from "drizzle-orm";
import { claims, verificationAttempts } from "@/db/schema/directory-claims";
import { providers } from "@/db/schema/directory-providers";
import type { AdminCtx } from "@/lib/domain/context";
import type { ListClaimsQuery, ReviewedClaim } from "@/lib/domain/directory/claims/schemas";
import { type AttemptRow, presentClaim, statusAt } from "@/lib/domain/directory/claims/status-summary";
import { listMeta, paginate } from "@/lib/domain/directory/paging/paginate";
import { containsPattern } from "@/lib/domain/shared/like";

function matching({ status, q, undecided }: ListClaimsQuery) {
  const found = q === undefined ? undefined : containsPattern(q);
  return and(
    status && eq(claims.status, status),
    undecided ? and(isNull(claims.approvedAt), isNull(claims.rejectedAt)) : undefined,
    found === undefined
      ? undefined
      : or(ilike(claims.claimantEmail, found), ilike(claims.claimantName, found), ilike(providers.name, found)),
  );
}

function presentAttempt(row: AttemptRow, now: Date): ReviewedClaim["attempts"][number] {
  const { method, target, evidence, completedAt, createdAt } = row;
  return {
    method,
    status: statusAt(row, now),
    ...(target !== null && { target }),
    ...(evidence && { evidence }),
    ...(completedAt && { completedAt: completedAt.toISOString() }),
    createdAt: createdAt.toISOString(),
  };
}

/** Claims as administrators decide on them, latest first, with evidence and notes. */
export async function listClaims(ctx: AdminCtx, input: ListClaimsQuery) {
  const where = matching(input);
  const from = { claim: claims, provider: { name: providers.name, slug: providers.slug, status: providers.status } };
  const [counted] = await ctx.db
    .select({ n: count() })
    .from(claims)
    .innerJoin(providers, eq(providers.id, claims.providerId))
    .where(where);
  const pagination = paginate(counted!.n, input);
  const rows = await ctx.db
    .select(from)
    .from(claims)
    .innerJoin(providers, eq(providers.id, claims.providerId))
    .where(where)
    .orderBy(desc(claims.createdAt), asc(claims.id))
    .limit(pagination.pageSize)
    .offset(pagination.offset);
  const ids = rows.map(({ claim }) => claim.id);
  const attempts = await ctx.db
    .select()
    .from(verificationAttempts)
    .where(inArray(verificationAttempts.claimId, ids))
    .orderBy(desc(verificationAttempts.createdAt), asc(verificationAttempts.id));
  const data = rows.map(({ claim, provider }): ReviewedClaim => {
    const { sandbox, apiClientId, adminNotes } = claim;
    return {
      ...presentClaim(claim),
      providerName: provider.name,
      providerSlug: provider.slug,
      providerStatus: provider.status,
      sandbox,
      ...(apiClientId !== null && { apiClientId }),
      ...(adminNotes !== null && { adminNotes }),
      attempts: attempts.filter(({ claimId }) => claimId === claim.id).map((row) => presentAttempt(row, ctx.now)),
    };
  });
  return { data, meta: listMeta(pagination) };
}
