import { expect, test } from "vitest";
import { database } from "@/db/client";
import { makePartner, makePool } from "@/db/testing/factories";
import { SubmitAction } from "@/lib/domain/giving/actions/schemas";
import { submitAction } from "@/lib/domain/giving/actions/submit-action";
import { NO_RESTRICTIONS } from "@/lib/domain/giving/token-pools/schemas";
import { partnerCtx } from "@/lib/testing/context";
import { stakeholder, submitBody } from "@/lib/testing/worlds";

const { db } = database();
const ISSUED = new Date("2026-01-01T00:00:00.000Z");
const day = (days: number) => new Date(ISSUED.getTime() + days * 86_400_000);

test("a submit that waits crosswise for others is served when its turn comes", async () => {
  const partner = await makePartner(db);
  const expiration = { type: "AFTER_ISSUE", days: 10, returnToPool: true } as const;
  await makePool(db, { partnerId: partner.id, restrictions: { ...NO_RESTRICTIONS, expiration } });
  const reward = (at: Date, name: string) =>
    submitAction(
      partnerCtx(partner, at),
      SubmitAction.parse(submitBody({ amount: 10, stakeholders: [stakeholder(name)] })),
    );
  await reward(ISSUED, "zoe");
  await reward(day(5), "ada");
  const held = (name: string) =>
    `id from partner_users where partner_id = '${partner.id}' and external_id = '${name}' for no key update`;

  let served: ReturnType<typeof reward> | undefined;
  await db.transaction(async (tx) => {
    await tx.execute(`select ${held("ada")}`);
    // Zoe's tokens go back into the pool: the submit holds her, then waits for Ada.
    served = reward(day(11), "ada");
    // Within the second after which a waiting transaction looks whether it waits crosswise, so that the submit finds it.
    await tx.execute(`do $$ begin
      while not exists (
        select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()
      ) loop
        perform pg_sleep(0.005), pg_stat_clear_snapshot();
      end loop;
      perform ${held("zoe")};
    end $$`);
  });
  expect(await served).toMatchObject({ status: "COMPLETED", tokensDistributed: 10 });
});
