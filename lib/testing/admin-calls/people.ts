import { database } from "@/db/client";
import { makeAdmin } from "@/db/testing/factories";
import { inTransaction } from "@/lib/domain/context";
import { addInvitation } from "@/lib/domain/invitations/add-invitation";
import { newObjectId } from "@/lib/platform/ids";
import type { AdminCalls } from "@/lib/testing/admin-calls/arranged-calls";
import { PARTNERS, REASON } from "@/lib/testing/admin-calls/words";
import { testCtx } from "@/lib/testing/context";
import { jsonCall } from "@/lib/testing/sign";

const TEAM = "/api/v1/admin/team";
const newEmail = () => `guest-${newObjectId()}@example.org`;

/** Who belongs to the platform's team, and to the partners' ones. */
export const peopleCalls: AdminCalls = {
  invitePortalUser: ({ id }) =>
    jsonCall("POST", `${PARTNERS}/${id}/users`, { email: newEmail(), role: "OWNER", reason: REASON }),
  listAdminTeam: () => ({ target: TEAM }),
  inviteAdmin: () => jsonCall("POST", `${TEAM}/invitations`, { email: newEmail(), role: "AUDITOR", reason: REASON }),
  revokeAdminInvitation: async () => {
    const place = { partnerId: null, adminRole: "AUDITOR" } as const;
    const { invitation } = await inTransaction(testCtx(new Date()), (ctx) =>
      addInvitation(ctx, { email: newEmail(), place, invitedBy: "test" }),
    );
    return jsonCall("DELETE", `${TEAM}/invitations/${invitation.id}`, { reason: REASON });
  },
  updateAdmin: async () => {
    const { id } = await makeAdmin(database().db, { role: "AUDITOR" });
    return jsonCall("PATCH", `${TEAM}/${id}`, { role: "REVIEWER", reason: REASON });
  },
};
