import { database } from "@/db/client";
import { adminTotp } from "@/db/schema/admin-access";
import { totpPurpose } from "@/lib/domain/admins/second-factor";
import { openAdminSession } from "@/lib/domain/admins/session";
import { encryptSecret } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { newTotpSecret, totpCode, totpStep } from "@/lib/platform/totp";
import type { AdminCalls } from "@/lib/testing/admin-calls/arranged-calls";
import { testCtx } from "@/lib/testing/context";
import { jsonCall } from "@/lib/testing/sign";

const AUTH = "/api/v1/admin/auth";

/** Gives an administrator a second factor of which no code was used yet; returns its secret. */
export async function giveTotp(adminId: string, confirmedAt: Date | null = new Date()): Promise<string> {
  const secret = newTotpSecret();
  const secretEncrypted = encryptSecret(env().keyRing, totpPurpose(adminId), secret);
  const row = { secretEncrypted, createdAt: new Date(), confirmedAt, lastUsedStep: null };
  await database()
    .db.insert(adminTotp)
    .values({ adminId, ...row })
    .onConflictDoUpdate({ target: adminTotp.adminId, set: row });
  return secret;
}

/** The code that an app shows some steps from now. */
export const codeOf = (secret: string, steps = 0) => totpCode(secret, totpStep(new Date()) + steps);

export const ownAccountCalls: AdminCalls = {
  beginTotp: () => jsonCall("POST", `${AUTH}/totp`),
  confirmTotp: async (_, { id: callerId }) =>
    jsonCall("POST", `${AUTH}/totp/confirm`, { code: codeOf(await giveTotp(callerId, null)) }),
  removeTotp: async (_, { id: callerId }) =>
    jsonCall("DELETE", `${AUTH}/totp`, { code: codeOf(await giveTotp(callerId)) }),
  listSessions: () => ({ target: `${AUTH}/sessions` }),
  endSession: async (_, { id: callerId }) => {
    const id = await openAdminSession(testCtx(new Date()), callerId, "PORTAL");
    return { method: "DELETE", target: `${AUTH}/sessions/${id}` };
  },
};
