import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";

const { db } = database();

test.each([[[]], [["a"]], [["a,b", "{c}", 'd"e', "f\\g", "", "  ", "null", "NULL", "é\n"]], [["a", null]]])(
  "an array of texts comes back as it went: %j",
  async (values) => {
    const [row] = await db.execute(
      sql`select ${sql.param(values)}::text[] as same, ${sql.param(values)}::varchar[] as other`,
    );
    expect(row).toEqual({ same: values, other: values });
  },
);
