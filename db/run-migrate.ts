import { migrateDatabase } from "@/db/migrate";
import { withDatabase } from "@/db/with-database";

// npm run db:migrate: brings the database to the schema of this version.

await withDatabase(async (url) => {
  await migrateDatabase(url);
  console.log("The database has the schema of this version.");
});
