import { database } from "@/db/client";
import { type AdminRow, makeAdmin } from "@/db/testing/factories";
import { signAdminToken } from "@/lib/domain/admins/admin-token";
import { openAdminSession } from "@/lib/domain/admins/session";
import { testCtx } from "@/lib/testing/context";

export type SignedInAdmin = { admin: AdminRow; token: string; sessionId: string };

/** One of the platform's people, of this role, with a token. */
export async function signInAdmin(overrides: Parameters<typeof makeAdmin>[1] = {}): Promise<SignedInAdmin> {
  const admin = await makeAdmin(database().db, overrides);
  const now = new Date();
  const sessionId = await openAdminSession(testCtx(now), admin.id, "API");
  return { admin, token: await signAdminToken({ ...admin, sessionId }, now), sessionId };
}
