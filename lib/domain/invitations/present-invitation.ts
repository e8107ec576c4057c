import type { AdminInvitation } from "@/lib/domain/admins/schemas";
import type { InvitationRow } from "@/lib/domain/invitations/add-invitation";
import type { Invitation } from "@/lib/domain/invitations/schemas";

function presentOpen({ id, email, createdAt, expiresAt }: InvitationRow, now: Date) {
  const isExpired = expiresAt <= now;
  return { id, email, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString(), isExpired };
}

/** An invitation to a partner's team. */
export function presentInvitation(row: InvitationRow, now: Date): Invitation {
  // The table's check: an invitation to a partner names a partner's role.
  return { ...presentOpen(row, now), role: row.partnerRole! };
}

/** An invitation to the platform's team. */
export function presentAdminInvitation(row: InvitationRow, now: Date): AdminInvitation {
  // The same check: one without a partner names an administrator's.
  return { ...presentOpen(row, now), role: row.adminRole! };
}
