import { communityPosts } from "@/db/schema/directory-community";
import { isOneOf } from "@/lib/domain/directory/is-one-of";

/** The posts that partners see. */
export const visiblePost = () => isOneOf(communityPosts.status, ["published"]);
