import type { z } from "zod";
import { InviteMember } from "@/lib/domain/accounts/team/schemas";
import { Reason } from "@/lib/domain/admins/schemas";

export const InvitePortalUser = InviteMember.extend({ reason: Reason });
export type InvitePortalUser = z.output<typeof InvitePortalUser>;
