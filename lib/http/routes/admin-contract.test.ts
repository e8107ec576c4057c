import { expect, test } from "vitest";
import * as admin from "@/lib/contract/admin";
import type { Endpoint } from "@/lib/contract/endpoint";
import { adminRoutes } from "@/lib/http/routes/admin";

const promised: readonly Endpoint[] = Object.values(admin);

test("every promise has a verb, and every verb keeps a promise", () => {
  expect(new Set(adminRoutes.routes.map(({ endpoint }) => endpoint))).toEqual(new Set(promised));
});

test("whatever asks for no token is part of signing in", () => {
  const open = promised.filter(({ auth }) => auth !== "admin").map(({ id }) => id);
  expect(open).toEqual(["loginAdmin", "refreshAdmin", "logoutAdmin"]);
});

test("every write behind the sign-in names its roles and asks for a reason", () => {
  const writes = promised.filter(({ auth, method }) => auth === "admin" && method !== "GET");
  for (const { id, roles, body } of writes) {
    expect(roles, id).toContain("SUPERADMIN");
    const refused = body?.safeParse({}).error?.issues.map(({ path }) => path.join("."));
    expect(refused, id).toContain("reason");
  }
});
