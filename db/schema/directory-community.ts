import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant, oneOf } from "@/db/schema/columns";
import { providers } from "@/db/schema/directory-providers";
import { POST_STATUSES, POST_TYPES, REPORT_STATUSES } from "@/lib/domain/directory/community/statuses";

export const communities = pgTable(
  "communities",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    slug: text("slug").notNull(),
    city: text("city"),
    state: text("state"),
    description: text("description"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [uniqueIndex("communities_slug_key").on(table.slug)],
);

/** `author_name` is the name the author shows; a sponsored post says so by its label. */
export const communityPosts = pgTable(
  "community_posts",
  {
    id: text("id").primaryKey(),
    communityId: text("community_id").references(() => communities.id),
    providerId: text("provider_id").references(() => providers.id),
    authorName: text("author_name"),
    authorEmail: text("author_email"),
    memberKey: text("member_key"),
    postType: text("post_type", { enum: POST_TYPES }).notNull(),
    status: text("status", { enum: POST_STATUSES }).notNull(),
    title: text("title").notNull(),
    body: text("body"),
    city: text("city"),
    state: text("state"),
    isSponsored: boolean("is_sponsored").notNull().default(false),
    disclosureLabel: text("disclosure_label"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("community_posts_created_at_idx").on(table.createdAt.desc(), table.id),
    index("community_posts_status_idx").on(table.status, table.createdAt.desc(), table.id),
    index("community_posts_visible_idx").on(table.createdAt.desc(), table.id).where(sql`status = 'published'`),
    index("community_posts_provider_idx")
      .on(table.providerId, table.createdAt.desc(), table.id)
      .where(sql`status = 'published'`),
    index("community_posts_community_idx")
      .on(table.communityId, table.createdAt.desc(), table.id)
      .where(sql`status = 'published'`),
    index("community_posts_type_idx")
      .on(table.postType, table.createdAt.desc(), table.id)
      .where(sql`status = 'published'`),
    index("community_posts_city_idx")
      .on(sql`lower(${table.state})`, sql`lower(${table.city})`, table.createdAt.desc(), table.id)
      .where(sql`status = 'published'`),
    check("community_posts_status_check", oneOf("status", POST_STATUSES)),
    check("community_posts_post_type_check", oneOf("post_type", POST_TYPES)),
  ],
);

/** Nothing of a comment, a report or a member is ever shown to partners. */
export const communityComments = pgTable(
  "community_comments",
  {
    id: text("id").primaryKey(),
    postId: text("post_id")
      .notNull()
      .references(() => communityPosts.id),
    authorName: text("author_name"),
    authorEmail: text("author_email"),
    body: text("body").notNull(),
    status: text("status", { enum: POST_STATUSES }).notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("community_comments_post_id_idx").on(table.postId),
    check("community_comments_status_check", oneOf("status", POST_STATUSES)),
  ],
);

export const communityReports = pgTable(
  "community_reports",
  {
    id: text("id").primaryKey(),
    postId: text("post_id")
      .notNull()
      .references(() => communityPosts.id),
    reporterEmail: text("reporter_email"),
    reason: text("reason").notNull(),
    notes: text("notes"),
    status: text("status", { enum: REPORT_STATUSES }).notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("community_reports_post_id_idx").on(table.postId),
    check("community_reports_status_check", oneOf("status", REPORT_STATUSES)),
  ],
);

export const communityMembers = pgTable(
  "community_members",
  {
    id: text("id").primaryKey(),
    communityId: text("community_id")
      .notNull()
      .references(() => communities.id),
    memberKey: text("member_key").notNull(),
    displayName: text("display_name"),
    email: text("email"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [uniqueIndex("community_members_member_key").on(table.communityId, table.memberKey)],
);
