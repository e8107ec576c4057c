import { expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { makePortalUser } from "@/db/testing/factories";
import { addRefreshToken, redeemRefreshToken } from "@/lib/domain/accounts/refresh-family";
import { testCtx } from "@/lib/testing/context";

const { db, sql } = database();
const ctx = testCtx(new Date("2026-03-01T12:00:00.000Z"));

/** Whether a statement on refresh tokens waits for another transaction at this moment. */
async function somebodyWaits(): Promise<void> {
  const waiting = await sql`
    select 1 from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%refresh_tokens%'`;
  expect(waiting).toHaveLength(1);
}

test("a thief who comes while the next token is being issued does not leave it valid", async () => {
  const { id: userId } = await makePortalUser(db);
  const refreshToken = await addRefreshToken(ctx, { userId });
  const present = (presented: string, issue: Parameters<typeof redeemRefreshToken<string>>[2]) =>
    redeemRefreshToken(ctx, { kind: "user", refreshToken: presented }, issue);
  let thief: Promise<unknown> | undefined;
  const next = await present(refreshToken, async (ctx, { familyId }) => {
    thief = present(refreshToken, async () => "nothing").catch((error: { code: string }) => error.code);
    await vi.waitFor(somebodyWaits, 5_000);
    return addRefreshToken(ctx, { userId }, familyId);
  });
  expect(await thief).toBe("invalid_token");
  await expect(present(next, async () => "issued")).rejects.toMatchObject({ code: "invalid_token" });
});

test("a token of one kind of person is none of the other", async () => {
  const refreshToken = await addRefreshToken(ctx, { userId: (await makePortalUser(db)).id });
  const redeem = (kind: "user" | "admin") => redeemRefreshToken(ctx, { kind, refreshToken }, async () => "issued");
  await expect(redeem("admin")).rejects.toMatchObject({ code: "invalid_token" });
  expect(await redeem("user")).toBe("issued");
});
