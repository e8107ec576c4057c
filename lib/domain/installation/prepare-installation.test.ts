import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { admins } from "@/db/schema/partners";
import { auditRecords } from "@/db/schema/records";
import { connection } from "@/lib/domain/connection";
import { prepareInstallation } from "@/lib/domain/installation/prepare-installation";
import * as settings from "@/lib/platform/env";
import { verifyPassword } from "@/lib/platform/passwords";

const db = connection();

async function startWith(adminEmail: string, adminPassword: string) {
  vi.spyOn(settings, "env").mockReturnValue({ ...settings.env(), adminEmail, adminPassword });
  await prepareInstallation();
  vi.restoreAllMocks();
}

test("the first administrator comes from the environment, once, and is never overwritten later", async () => {
  const before = await db.select().from(admins);
  expect(before).toEqual([]);
  await Promise.all([startWith("first@example.org", "a long pass phrase"), prepareInstallation()]);
  const [first] = await db.select().from(admins);
  expect(first).toMatchObject({ email: "first@example.org", role: "SUPERADMIN", disabledAt: null });
  expect(await verifyPassword("a long pass phrase", first!.passwordHash)).toBe(true);

  await startWith("first@example.org", "another pass phrase");
  await startWith("second@example.org", "another pass phrase");
  await db.update(admins).set({ role: "AUDITOR", disabledAt: new Date("2026-03-01T12:00:00.000Z") });
  const changed = await db.select().from(admins);
  await startWith("first@example.org", "another pass phrase");
  expect(await db.select().from(admins)).toEqual(changed);
  expect(changed).toMatchObject([{ id: first!.id, passwordHash: first!.passwordHash }]);
  expect(await db.select().from(auditRecords).where(eq(auditRecords.action, "admin.created"))).toHaveLength(1);
});
