import { claims, verificationAttempts } from "@/db/schema/directory-claims";
import { policyChecks } from "@/db/schema/directory-policy";
import { ATTEMPT_STATUSES, CLAIM_STATUSES, VERIFICATION_METHODS } from "@/lib/domain/directory/claims/statuses";
import { attemptEvidence, claimantOf } from "@/lib/domain/directory/demo/claimants";
import type { MadeProvider } from "@/lib/domain/directory/demo/make-providers";
import { planted, plantedEmail, plantedPayload } from "@/lib/domain/directory/demo/planted";
import type { World } from "@/lib/domain/directory/demo/world";
import { POLICY_DECISIONS } from "@/lib/domain/policy/statuses";

const plantedDomain = (n: number) => `${planted("claim", "businessDomain", n).toLowerCase()}.planted.example`;

const OWNED = ["claimed", "verified", "growth_partner"];

function makeClaim(world: World, provider: MadeProvider, n: number, policyCheckId: string | null) {
  const status = OWNED.includes(provider.status) ? "approved" : world.mostly(CLAIM_STATUSES, "admin_review");
  const createdAt = world.daysAgo(world.between("claim", 5, 50));
  const decidedAt = new Date(createdAt.getTime() + 2 * 86_400_000);
  const claimant = claimantOf(provider, n);
  return {
    id: world.id("claim"),
    providerId: provider.id,
    sandbox: status !== "approved" && n % 3 === 0,
    claimantName: world.shown(claimant.name, planted("claim", "claimantName", n)),
    claimantEmail: world.shown(claimant.email, plantedEmail("claim", "claimantEmail", n)),
    claimantPhone: world.shown(claimant.phone, planted("claim", "claimantPhone", n)),
    claimantRole: world.shown(claimant.role, planted("claim", "claimantRole", n)),
    businessDomain: n % 2 === 0 ? world.shown(claimant.domain, plantedDomain(n)) : null,
    status,
    verificationMethod: VERIFICATION_METHODS[n % VERIFICATION_METHODS.length]!,
    verificationPayload: plantedPayload("claim", "verificationPayload", n),
    adminNotes: world.shown(n % 3 === 0 ? claimant.note : null, planted("claim", "adminNotes", n)),
    policyCheckId,
    approvedAt: status === "approved" ? decidedAt : null,
    rejectedAt: status === "rejected" ? decidedAt : null,
    decidedBy: ["approved", "rejected"].includes(status) ? planted("claim", "decidedBy", n) : null,
    createdAt,
    updatedAt: decidedAt,
  };
}

/** Claims of the providers that are owned and of some that are not, their attempts, and what the policy said. */
export async function makeClaims(world: World, providers: readonly MadeProvider[]): Promise<void> {
  const checks = world.times(world.scaled(70, 14), (n) => ({
    id: world.id("policy-check"),
    subjectType: ["claim", "review", "event"][n % 3]!,
    subjectId: planted("policy-check", "subjectId", n),
    decision: POLICY_DECISIONS[n % POLICY_DECISIONS.length]!,
    reasons: [planted("policy-check", "reasons", n)],
    notes: planted("policy-check", "notes", n),
    payload: plantedPayload("policy-check", "payload", n),
    createdAt: world.daysAgo(n),
  }));
  await world.insert(policyChecks, checks);
  const claimed = providers.filter(({ status }, n) => OWNED.includes(status) || n % 7 === 0);
  const rows = claimed.map((provider, n) => makeClaim(world, provider, n, checks[n * 3]?.id ?? null));
  await world.insert(claims, rows);
  await world.insert(
    verificationAttempts,
    rows.map((claim, n) => {
      const claimant = claimantOf(claimed[n]!, n);
      const status = claim.status === "approved" ? "passed" : world.mostly(ATTEMPT_STATUSES, "pending");
      const isCompleted = status === "passed" || status === "failed";
      return {
        id: world.id("verification-attempt"),
        claimId: claim.id,
        method: claim.verificationMethod,
        status,
        target: world.shown(claimant.email, planted("verification-attempt", "target", n)),
        attemptPayload: plantedPayload("verification-attempt", "attemptPayload", n),
        evidence: world.shown(
          isCompleted ? attemptEvidence(claimant, claim.verificationMethod) : null,
          plantedPayload("verification-attempt", "evidence", n),
        ),
        expiresAt: new Date(claim.createdAt.getTime() + 7 * 86_400_000),
        completedAt: isCompleted ? claim.updatedAt : null,
        createdAt: claim.createdAt,
        updatedAt: claim.updatedAt,
      };
    }),
  );
}
