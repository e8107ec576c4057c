import {
  communities,
  communityComments,
  communityMembers,
  communityPosts,
  communityReports,
} from "@/db/schema/directory-community";
import { POST_STATUSES, POST_TYPES, REPORT_STATUSES } from "@/lib/domain/directory/community/statuses";
import type { MadeProvider } from "@/lib/domain/directory/demo/make-providers";
import { PLACES } from "@/lib/domain/directory/demo/places";
import { planted, plantedEmail } from "@/lib/domain/directory/demo/planted";
import type { World } from "@/lib/domain/directory/demo/world";

const AUTHORS = ["Marge", "Theo P.", "A caregiver", "Lucille", "Staff of the house"];
const TITLES = [
  "How did you choose?",
  "A tip for the first visit",
  "Who drives on Sundays?",
  "Thank you",
  "Please be careful",
];

/** Communities of the cities, their posts, and what is said, reported and known of members. */
export async function makeCommunity(world: World, providers: readonly MadeProvider[]): Promise<void> {
  const groups = PLACES.slice(0, world.scaled(20, 3)).map(({ city, state }) => ({
    id: world.id("community"),
    name: `Caregivers of ${city}`,
    slug: `caregivers-${city}-${state}`.toLowerCase().replaceAll(" ", "-"),
    city,
    state,
    description: `Families in ${city} who look after somebody.`,
    createdAt: world.daysAgo(300),
    updatedAt: world.daysAgo(300),
  }));
  await world.insert(communities, groups);
  const posts = world.times(world.scaled(480, 45), (n) => {
    const group = n % 5 === 4 ? undefined : world.pick("post", groups);
    const isSponsored = n % 7 === 3;
    const createdAt = world.daysAgo(world.random("post") * 120 + 0.5);
    return {
      id: world.id("community-post"),
      communityId: group?.id ?? null,
      providerId: n % 2 === 0 ? world.pick("post", providers).id : null,
      authorName: n % 6 === 5 ? null : world.pick("post", AUTHORS),
      authorEmail: plantedEmail("community-post", "authorEmail", n),
      memberKey: planted("community-post", "memberKey", n),
      postType: POST_TYPES[n % POST_TYPES.length]!,
      status: world.mostly(POST_STATUSES, "published", 0.8),
      title: world.pick("post", TITLES),
      body: n % 8 === 7 ? null : "We looked at three houses and would go to the second one again.",
      city: group?.city ?? null,
      state: group?.state ?? null,
      isSponsored,
      disclosureLabel: isSponsored && n % 2 === 0 ? "Paid partnership" : null,
      createdAt,
      updatedAt: createdAt,
    };
  });
  await world.insert(communityPosts, posts);
  await makeTalk(world, posts);
  await world.insert(
    communityMembers,
    world.times(world.scaled(160, 6), (n) => ({
      id: world.id("community-member"),
      communityId: world.pick("member", groups).id,
      memberKey: planted("community-member", "memberKey", n),
      displayName: planted("community-member", "displayName", n),
      email: plantedEmail("community-member", "email", n),
      createdAt: world.daysAgo(n),
    })),
  );
}

async function makeTalk(world: World, posts: readonly { id: string; createdAt: Date }[]): Promise<void> {
  await world.insert(
    communityComments,
    world.times(world.scaled(400, 10), (n) => {
      const post = world.pick("comment", posts);
      return {
        id: world.id("community-comment"),
        postId: post.id,
        authorName: planted("community-comment", "authorName", n),
        authorEmail: plantedEmail("community-comment", "authorEmail", n),
        body: planted("community-comment", "body", n),
        status: world.mostly(POST_STATUSES, "published"),
        createdAt: post.createdAt,
      };
    }),
  );
  await world.insert(
    communityReports,
    world.times(world.scaled(60, 8), (n) => {
      const post = world.pick("report", posts);
      return {
        id: world.id("community-report"),
        postId: post.id,
        reporterEmail: plantedEmail("community-report", "reporterEmail", n),
        reason: planted("community-report", "reason", n),
        notes: planted("community-report", "notes", n),
        status: world.mostly(REPORT_STATUSES, "resolved"),
        createdAt: post.createdAt,
      };
    }),
  );
}
