import { database } from "@/db/client";
import { type AdminRow, makeAdmin } from "@/db/testing/factories";
import { signAdminToken } from "@/lib/domain/admins/admin-token";

export type SignedInAdmin = { admin: AdminRow; token: string };

/** One of the platform's people, of this role, with a token. */
export async function signInAdmin(overrides: Parameters<typeof makeAdmin>[1] = {}): Promise<SignedInAdmin> {
  const admin = await makeAdmin(database().db, overrides);
  return { admin, token: await signAdminToken(admin, new Date()) };
}
