import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { instant, oneOf } from "@/db/schema/columns";
import { dataSources } from "@/db/schema/directory-sourcing";
import {
  CONTACT_STATUSES,
  ENTITLEMENT_STATUSES,
  PROVIDER_STATUSES,
  PUBLIC_PROVIDER_STATUSES,
} from "@/lib/domain/directory/providers/statuses";

/** The directory's listings. `email` and `admin_notes` are never shown. */
export const providers = pgTable(
  "providers",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    slug: text("slug").notNull(),
    status: text("status", { enum: PROVIDER_STATUSES }).notNull(),
    phone: text("phone"),
    websiteUrl: text("website_url"),
    imageUrl: text("image_url"),
    priceLabel: text("price_label"),
    summary: text("summary"),
    confidenceScore: doublePrecision("confidence_score").notNull(),
    email: text("email"),
    adminNotes: text("admin_notes"),
    claimedAt: instant("claimed_at"),
    verifiedAt: instant("verified_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("providers_slug_key").on(table.slug),
    index("providers_created_at_idx").on(table.createdAt.desc(), table.id),
    index("providers_visible_idx").on(table.name, table.id).where(oneOf("status", PUBLIC_PROVIDER_STATUSES)),
    index("providers_status_idx")
      .on(table.status, table.name, table.id)
      .where(oneOf("status", PUBLIC_PROVIDER_STATUSES)),
    check("providers_status_check", oneOf("status", PROVIDER_STATUSES)),
    check("providers_confidence_check", sql`confidence_score between 0 and 1`),
  ],
);

/** Where a provider is; the one at position 0 is its address. */
export const providerLocations = pgTable(
  "provider_locations",
  {
    id: text("id").primaryKey(),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    position: integer("position").notNull().default(0),
    addressLine1: text("address_line1"),
    addressLine2: text("address_line2"),
    city: text("city").notNull(),
    state: text("state").notNull(),
    postalCode: text("postal_code"),
    country: text("country").notNull().default("US"),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    phone: text("phone"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("provider_locations_position_key").on(table.providerId, table.position),
    index("provider_locations_city_idx").on(sql`lower(${table.state})`, sql`lower(${table.city})`, table.providerId),
    check("provider_locations_position_check", sql`position >= 0`),
  ],
);

export const providerCategories = pgTable(
  "provider_categories",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    slug: text("slug").notNull(),
    parentId: text("parent_id").references((): AnyPgColumn => providerCategories.id),
    sortOrder: integer("sort_order").notNull().default(0),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [uniqueIndex("provider_categories_slug_key").on(table.slug)],
);

export const providerCategoryAssignments = pgTable(
  "provider_category_assignments",
  {
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    categoryId: text("category_id")
      .notNull()
      .references(() => providerCategories.id),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.providerId, table.categoryId] }),
    index("provider_category_assignments_category_id_idx").on(table.categoryId, table.providerId),
  ],
);

/**
 * Where a provider's facts come from. `source_name` is the name to show; the record's id, payload and fields at the source
 * are never shown.
 */
export const providerSources = pgTable(
  "provider_sources",
  {
    id: text("id").primaryKey(),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    dataSourceId: text("data_source_id").references(() => dataSources.id),
    sourceName: text("source_name").notNull(),
    sourceUrl: text("source_url"),
    fetchedAt: instant("fetched_at").notNull(),
    confidence: doublePrecision("confidence").notNull(),
    sourceRecordId: text("source_record_id"),
    rawPayload: jsonb("raw_payload").$type<Record<string, unknown>>().notNull().default({}),
    extractedFields: jsonb("extracted_fields").$type<Record<string, unknown>>().notNull().default({}),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("provider_sources_provider_id_idx").on(table.providerId, table.fetchedAt.desc(), table.id),
    index("provider_sources_data_source_id_idx").on(table.dataSourceId),
    check("provider_sources_confidence_check", sql`confidence between 0 and 1`),
  ],
);

/** What a provider has bought; only whether one is active counts, in a score. */
export const providerEntitlements = pgTable(
  "provider_entitlements",
  {
    id: text("id").primaryKey(),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    featureKey: text("feature_key").notNull(),
    status: text("status", { enum: ENTITLEMENT_STATUSES }).notNull(),
    isPaid: boolean("is_paid").notNull().default(true),
    startsAt: instant("starts_at"),
    endsAt: instant("ends_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("provider_entitlements_provider_id_idx").on(table.providerId),
    check("provider_entitlements_status_check", oneOf("status", ENTITLEMENT_STATUSES)),
  ],
);

/** People who asked for a provider to call them; nothing of it is ever shown to partners. */
export const providerContacts = pgTable(
  "provider_contacts",
  {
    id: text("id").primaryKey(),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    status: text("status", { enum: CONTACT_STATUSES }).notNull(),
    requesterName: text("requester_name").notNull(),
    requesterEmail: text("requester_email"),
    requesterPhone: text("requester_phone"),
    relationship: text("relationship"),
    payingWith: text("paying_with"),
    message: text("message"),
    consent: jsonb("consent").$type<Record<string, unknown>>().notNull().default({}),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("provider_contacts_provider_id_idx").on(table.providerId, table.createdAt),
    check("provider_contacts_status_check", oneOf("status", CONTACT_STATUSES)),
  ],
);
