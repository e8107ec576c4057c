import { createReadStream } from "node:fs";
import { migrateDatabase } from "@/db/migrate";
import { withDatabase } from "@/db/with-database";
import { seedDemoClients } from "@/lib/domain/api-clients/demo/seed-demo-clients";
import { seedDirectory } from "@/lib/domain/directory/demo/seed-directory";
import { DEMO_PASSWORD } from "@/lib/domain/giving/demo/demo-people";
import { seedDemoWorld } from "@/lib/domain/giving/demo/seed-demo-world";
import { importOrganizations } from "@/lib/domain/giving/organizations/import-organizations";
import { jobCtx } from "@/lib/domain/job-context";
import { seedDemoDeliveries } from "@/lib/domain/webhooks/directory/demo/seed-demo-deliveries";
import { changeListener } from "@/lib/platform/change-listener";

// npm run seed: the demo world with its API clients, the directory, and public facts of well-known nonprofits. Repeating it
// changes nothing.

const NONPROFITS = new URL("organizations.csv", import.meta.url);

await withDatabase(async (url) => {
  await migrateDatabase(url);
  const isNew = await seedDemoWorld(jobCtx("seed-demo-world"));
  await seedDemoClients(jobCtx("seed-demo-clients"));
  await seedDemoDeliveries(jobCtx("seed-demo-deliveries"));
  const { db, now } = jobCtx("seed-directory");
  await seedDirectory(db, { now });
  const file = createReadStream(NONPROFITS);
  await importOrganizations(jobCtx("import-organizations"), { name: "organizations.csv", file });
  await changeListener().stop();
  console.log(isNew ? "The demo world is there." : "The demo world was there already; nothing was changed.");
  console.log(`Every demo log-in has the password ${DEMO_PASSWORD}: keep this database away from the public.`);
});
