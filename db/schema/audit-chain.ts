import { sql } from "drizzle-orm";
import { bigint, check, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant, transactionId } from "@/db/schema/columns";

/**
 * Each audit record's place in its chain: the hash of the record, and the hash that it and all before it make together.
 * A chain is a partner's, by id, or `platform`. Append-only by trigger. There is no foreign key: it would write into the
 * records' pages once more, and a record that is gone shows as a break.
 */
export const auditLinks = pgTable(
  "audit_links",
  {
    chain: text("chain").notNull(),
    sequence: bigint("sequence", { mode: "number" }).notNull(),
    recordId: text("record_id").notNull(),
    sealedAt: instant("sealed_at").notNull(),
    recordHash: text("record_hash").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.chain, table.sequence] }),
    uniqueIndex("audit_links_record_id_key").on(table.recordId),
    check("audit_links_sequence_check", sql`sequence > 0`),
  ],
);

/**
 * How far a chain had come at a time, signed. Numbers have no gap over all chains, and each signature covers the one
 * before it, so that none can be taken out. Append-only by trigger.
 */
export const auditCheckpoints = pgTable(
  "audit_checkpoints",
  {
    number: bigint("number", { mode: "number" }).primaryKey(),
    chain: text("chain").notNull(),
    sequence: bigint("sequence", { mode: "number" }).notNull(),
    headHash: text("head_hash").notNull(),
    at: instant("at").notNull(),
    signature: text("signature").notNull(),
  },
  (table) => [uniqueIndex("audit_checkpoints_chain_sequence_key").on(table.chain, table.sequence)],
);

/**
 * How far records have been looked at for sealing; one row, of use to the job alone. `cluster` is the database cluster
 * that the transaction is of. `resume_at` is set while records are looked through from the start, as after a restore into
 * another cluster: everything older than it will have been seen then.
 */
export const auditSealing = pgTable(
  "audit_sealing",
  {
    id: integer("id").primaryKey(),
    cluster: text("cluster").notNull(),
    xid: transactionId("xid").notNull(),
    position: bigint("position", { mode: "number" }).notNull(),
    resumeAt: transactionId("resume_at"),
  },
  () => [check("audit_sealing_check", sql`id = 1`)],
);
