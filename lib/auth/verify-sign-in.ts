import { findUserByEmail, type UserRow } from "@/lib/domain/accounts/load-user";
import { admitUser } from "@/lib/domain/accounts/login";
import { requirePassword } from "@/lib/domain/accounts/require-password";
import { type AdminRow, findAdminByEmail } from "@/lib/domain/admins/load-admin";
import { admitAdmin } from "@/lib/domain/admins/login-admin";
import type { AdminLogin } from "@/lib/domain/admins/schemas";
import type { Ctx } from "@/lib/domain/context";

/** Somebody who signed in at the one form there is: a person of a partner, or an administrator. */
export type Person = { kind: "partner" | "admin"; id: string; email: string };

type Candidate = ({ kind: "partner" } & UserRow) | ({ kind: "admin" } & AdminRow);

/**
 * The person whose password this is, of whichever kind. Both kinds are looked up and both hashes computed whoever asks,
 * and a failure counts once: neither answer nor time says whether an address is known, or as what.
 */
export async function verifySignIn(ctx: Ctx, input: AdminLogin): Promise<Person> {
  const { totp, ...login } = input;
  const find = async (): Promise<(Candidate | null)[]> => {
    const [admin, user] = await Promise.all([
      findAdminByEmail(ctx.db, input.email),
      findUserByEmail(ctx.db, input.email),
    ]);
    return [admin && { kind: "admin", ...admin }, user && { kind: "partner", ...user }];
  };
  const person = await requirePassword(ctx, { login, find });
  if (person.kind === "admin") await admitAdmin(ctx, person, totp);
  else await admitUser(ctx, person);
  const { kind, id, email } = person;
  return { kind, id, email };
}
