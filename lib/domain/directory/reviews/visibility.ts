import { reviews } from "@/db/schema/directory-reviews";
import { isOneOf } from "@/lib/domain/directory/is-one-of";

/** The reviews that partners see. */
export const visibleReview = () => isOneOf(reviews.status, ["published"]);
