import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant, oneOf } from "@/db/schema/columns";
import {
  CRAWL_JOB_STATUSES,
  DATA_SOURCE_STATUSES,
  DATA_SOURCE_TYPES,
  IMPORT_BATCH_STATUSES,
  SEVERITIES,
} from "@/lib/domain/directory/aggregation/statuses";

/** Where providers are found. Partners see counts only: names, addresses and terms are the platform's own. */
export const dataSources = pgTable(
  "data_sources",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    sourceType: text("source_type", { enum: DATA_SOURCE_TYPES }).notNull(),
    status: text("status", { enum: DATA_SOURCE_STATUSES }).notNull(),
    baseUrl: text("base_url"),
    jurisdiction: text("jurisdiction"),
    robotsStatus: text("robots_status"),
    termsNotes: text("terms_notes"),
    approvedAt: instant("approved_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  () => [
    check("data_sources_source_type_check", oneOf("source_type", DATA_SOURCE_TYPES)),
    check("data_sources_status_check", oneOf("status", DATA_SOURCE_STATUSES)),
    check("data_sources_approved_check", sql`status <> 'approved' or approved_at is not null`),
  ],
);

/** Sets of records brought in at once; partners see sums. */
export const importBatches = pgTable(
  "import_batches",
  {
    id: text("id").primaryKey(),
    dataSourceId: text("data_source_id").references(() => dataSources.id),
    name: text("name").notNull(),
    sourceKind: text("source_kind").notNull(),
    status: text("status", { enum: IMPORT_BATCH_STATUSES }).notNull(),
    totalRecords: integer("total_records").notNull().default(0),
    importedRecords: integer("imported_records").notNull().default(0),
    rejectedRecords: integer("rejected_records").notNull().default(0),
    errorRecords: integer("error_records").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("import_batches_data_source_id_idx").on(table.dataSourceId),
    check("import_batches_status_check", oneOf("status", IMPORT_BATCH_STATUSES)),
    check(
      "import_batches_records_check",
      sql`least(total_records, imported_records, rejected_records, error_records) >= 0`,
    ),
  ],
);

/** Walks over a source's pages; partners see sums. */
export const crawlJobs = pgTable(
  "crawl_jobs",
  {
    id: text("id").primaryKey(),
    dataSourceId: text("data_source_id")
      .notNull()
      .references(() => dataSources.id),
    seedUrl: text("seed_url").notNull(),
    status: text("status", { enum: CRAWL_JOB_STATUSES }).notNull(),
    maxPages: integer("max_pages").notNull().default(50),
    pagesSeen: integer("pages_seen").notNull().default(0),
    pagesImported: integer("pages_imported").notNull().default(0),
    robotsDecision: text("robots_decision"),
    errorMessage: text("error_message"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("crawl_jobs_data_source_id_idx").on(table.dataSourceId),
    check("crawl_jobs_status_check", oneOf("status", CRAWL_JOB_STATUSES)),
    check("crawl_jobs_pages_check", sql`max_pages > 0 and least(pages_seen, pages_imported) >= 0`),
  ],
);

/** Doubts about a record, until somebody resolves them; partners see how many are open. */
export const qualityFlags = pgTable(
  "quality_flags",
  {
    id: text("id").primaryKey(),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    severity: text("severity", { enum: SEVERITIES }).notNull(),
    flagKey: text("flag_key").notNull(),
    message: text("message").notNull(),
    resolvedAt: instant("resolved_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("quality_flags_subject_idx").on(table.subjectType, table.subjectId),
    index("quality_flags_unresolved_idx").on(table.severity).where(sql`resolved_at is null`),
    check("quality_flags_severity_check", oneOf("severity", SEVERITIES)),
  ],
);
