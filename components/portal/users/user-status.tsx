import { Status } from "@/components/ui/status";
import type { User } from "@/lib/domain/giving/users/schemas";

export const USER_WORDS: Record<User["status"], string> = { ACTIVE: "Active", INACTIVE: "Inactive" };

export function UserStatusMark({ status }: { status: User["status"] }) {
  return <Status tone={status === "ACTIVE" ? "success" : "neutral"}>{USER_WORDS[status]}</Status>;
}
