export const DATA_SOURCE_TYPES = ["cms", "state_license", "provider_website", "rss", "manual", "vendor"] as const;
export type DataSourceType = (typeof DATA_SOURCE_TYPES)[number];

export const DATA_SOURCE_STATUSES = ["pending", "approved", "blocked", "needs_legal_review"] as const;
export type DataSourceStatus = (typeof DATA_SOURCE_STATUSES)[number];

export const IMPORT_BATCH_STATUSES = [
  "draft",
  "queued",
  "running",
  "completed",
  "completed_with_errors",
  "failed",
  "blocked_by_policy",
] as const;
export type ImportBatchStatus = (typeof IMPORT_BATCH_STATUSES)[number];

export const CRAWL_JOB_STATUSES = ["queued", "running", "completed", "failed", "blocked_by_policy"] as const;
export type CrawlJobStatus = (typeof CRAWL_JOB_STATUSES)[number];

export const SEVERITIES = ["low", "medium", "high", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];
