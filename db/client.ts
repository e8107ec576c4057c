import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as adminAccess from "@/db/schema/admin-access";
import * as approvals from "@/db/schema/approvals";
import * as auditChain from "@/db/schema/audit-chain";
import * as campaigns from "@/db/schema/campaigns";
import * as directoryAds from "@/db/schema/directory-ads";
import * as directoryClaims from "@/db/schema/directory-claims";
import * as directoryCommunity from "@/db/schema/directory-community";
import * as directoryEvents from "@/db/schema/directory-events";
import * as directoryMarketing from "@/db/schema/directory-marketing";
import * as directoryNewsroom from "@/db/schema/directory-newsroom";
import * as directoryPolicy from "@/db/schema/directory-policy";
import * as directoryProviders from "@/db/schema/directory-providers";
import * as directoryReviews from "@/db/schema/directory-reviews";
import * as directorySourcing from "@/db/schema/directory-sourcing";
import * as directoryTallies from "@/db/schema/directory-tallies";
import * as donations from "@/db/schema/donations";
import * as giving from "@/db/schema/giving";
import * as inquiries from "@/db/schema/inquiries";
import * as invitations from "@/db/schema/invitations";
import * as keyEndings from "@/db/schema/key-endings";
import * as keys from "@/db/schema/keys";
import * as lots from "@/db/schema/lots";
import * as mails from "@/db/schema/mails";
import * as notifications from "@/db/schema/notifications";
import * as partners from "@/db/schema/partners";
import * as pools from "@/db/schema/pools";
import * as readiness from "@/db/schema/readiness";
import * as records from "@/db/schema/records";
import * as webhooks from "@/db/schema/webhooks";
import { textArrays } from "@/db/text-arrays";
import { databaseUrl } from "@/lib/platform/database-url";
import { singleton } from "@/lib/platform/singleton";

const schema = {
  ...auditChain,
  ...approvals,
  ...campaigns,
  ...directoryAds,
  ...directoryClaims,
  ...directoryCommunity,
  ...directoryEvents,
  ...directoryMarketing,
  ...directoryNewsroom,
  ...directoryPolicy,
  ...directoryProviders,
  ...directoryReviews,
  ...directorySourcing,
  ...directoryTallies,
  ...donations,
  ...giving,
  ...keyEndings,
  ...adminAccess,
  ...invitations,
  ...inquiries,
  ...keys,
  ...lots,
  ...mails,
  ...notifications,
  ...partners,
  ...pools,
  ...readiness,
  ...records,
  ...webhooks,
};

export type Schema = typeof schema;
/** A connection or a transaction: what a query needs. */
export type Db = Pick<
  PostgresJsDatabase<Schema>,
  "select" | "selectDistinctOn" | "insert" | "update" | "delete" | "execute" | "transaction"
>;

const POOL_CONNECTIONS = 20;

/** How long a statement waits for a row another transaction holds; also the wait of parallel duplicates (contract 6.6). */
export const LOCK_TIMEOUT_MS = 5_000;

/** Texts that vary with the length of a list would pile up in every connection: only so many are kept there. */
const PREPARED_MAX = 200;

type Client = Pick<postgres.TransactionSql, "unsafe"> & { begin?: Opening; savepoint?: Opening };
type Opening = (work: (nested: Client) => unknown) => unknown;

/**
 * Has the query builder's statements prepared: planned once for each connection, and sent without waiting for one
 * another where a verb does not wait. A text without values goes as it stands.
 */
function preparing<S>(sql: S, kept = new Set<string>()): S {
  // The query builder calls these three and no others.
  const client = sql as Client;
  const { unsafe, begin, savepoint } = client;
  const isKept = (text: string) => {
    if (kept.size < PREPARED_MAX) kept.add(text);
    return kept.has(text);
  };
  client.unsafe = (text, values = [], options = {}) =>
    unsafe(text, values, { ...options, prepare: values.length > 0 && isKept(text) });
  if (begin) client.begin = (work) => begin((nested) => work(preparing(nested, kept)));
  if (savepoint) client.savepoint = (work) => savepoint((nested) => work(preparing(nested, kept)));
  return sql;
}

/** A pool of connections. Statements and lock waits are bounded, so that a stuck query frees its connection. */
export function connect(url: string, connections = POOL_CONNECTIONS) {
  const sql = postgres(url, {
    max: connections,
    connect_timeout: 3,
    // A refused connection is tried again at the next query, not after a growing pause: recovery needs no restart.
    backoff: () => 0.1,
    onnotice: () => {},
    fetch_types: false,
    types: { textArrays },
    connection: {
      application_name: "portico",
      TimeZone: "UTC",
      lock_timeout: LOCK_TIMEOUT_MS,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 30_000,
    },
  });
  return { sql, db: drizzle(preparing(sql), { schema }) };
}

/** The process's database. */
export function database() {
  return singleton("database", () => connect(databaseUrl()));
}
