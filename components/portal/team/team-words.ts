import type { PartnerRole } from "@/lib/domain/keys/scopes";

export const PARTNER_ROLE_WORDS: Record<PartnerRole, { word: string; meaning: string }> = {
  OWNER: { word: "Owner", meaning: "Everything, and who belongs to the team." },
  ADMIN: { word: "Administrator", meaning: "Everything but the team: keys, sandbox and production." },
  DEVELOPER: { word: "Developer", meaning: "Keys, and changes in the sandbox. Reads production." },
  VIEWER: { word: "Viewer", meaning: "Reads both environments and changes nothing." },
};
