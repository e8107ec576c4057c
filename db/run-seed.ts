import { migrateDatabase } from "@/db/migrate";
import { withDatabase } from "@/db/with-database";
import { DEMO_PASSWORD } from "@/lib/domain/giving/demo/demo-people";
import { seedDemoWorld } from "@/lib/domain/giving/demo/seed-demo-world";
import { jobCtx } from "@/lib/domain/job-context";
import { changeListener } from "@/lib/platform/change-listener";

// npm run seed: the demo world. Repeating it changes nothing.

await withDatabase(async (url) => {
  await migrateDatabase(url);
  const isNew = await seedDemoWorld(jobCtx("seed-demo-world"));
  await changeListener().stop();
  console.log(isNew ? "The demo world is there." : "The demo world was there already; nothing was changed.");
  console.log(`Every demo log-in has the password ${DEMO_PASSWORD}: keep this database away from the public.`);
});
