import { expect, test } from "vitest";
import { adminEndpoints } from "@/lib/contract/admin-endpoints";
import { directoryAdminEndpoints } from "@/lib/contract/directory-admin-endpoints";
import { adminRoutes } from "@/lib/http/routes/admin";

test("every promise has a verb, and every verb keeps a promise", () => {
  expect(new Set(adminRoutes.routes.map(({ endpoint }) => endpoint))).toEqual(
    new Set([...adminEndpoints, ...directoryAdminEndpoints]),
  );
});

test("whatever asks for no token is part of signing in", () => {
  const open = adminEndpoints.filter(({ auth }) => auth !== "admin").map(({ id }) => id);
  expect(open).toEqual(["loginAdmin", "refreshAdmin", "logoutAdmin", "readAdminInvitation", "acceptAdminInvitation"]);
});

/** What an administrator does to the own account is nobody else's matter, and needs no reason. */
const isOwnAccount = (path: string) => path.startsWith("/api/v1/admin/auth/");

test("every write to the platform names its roles and asks for a reason", () => {
  const writes = adminEndpoints.filter(
    ({ auth, method, path }) => auth === "admin" && method !== "GET" && !isOwnAccount(path),
  );
  for (const { id, roles, body } of writes) {
    expect(roles, id).toContain("SUPERADMIN");
    const refused = body?.safeParse({}).error?.issues.map(({ path }) => path.join("."));
    expect(refused, id).toContain("reason");
  }
});

test("every write to the directory is behind the sign-in and names its roles", () => {
  for (const { id, auth, method, roles } of directoryAdminEndpoints) {
    expect(auth, id).toBe("admin");
    if (method !== "GET") expect(roles, id).toContain("SUPERADMIN");
  }
});
