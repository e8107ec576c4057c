import type { Endpoint } from "@/lib/contract/endpoint";
import * as giving from "@/lib/contract/giving";

/** Groups of the giving API in the order of a first integration, with what belongs to each. */
export const GIVING_TAGS = [
  { name: "Sign-in", description: "Accounts of people. An access token opens the key endpoints, and all others too." },
  {
    name: "Inquiries",
    description: "How an organisation asks to become a partner. Open to anyone; issues no credentials.",
  },
  {
    name: "Keys",
    description: "Key pairs, made by a signed-in person. Secrets are shown once, in the answer that creates them.",
  },
  {
    name: "Actions",
    description: "What people did, turned into reward tokens: submit one, then read what became of it.",
  },
  { name: "Users", description: "The people who receive rewards, under your own ids, and their balances." },
  { name: "Transactions", description: "Every movement on recipients' accounts: rewards, reversals, expiries." },
  { name: "Token pools", description: "Where rewards are drawn from: balances and every movement." },
  {
    name: "Campaigns",
    description: "Rules that turn an amount into tokens: multiplier, tiers, splits, schedule, budget.",
  },
  { name: "Dashboard", description: "Figures of a period, and how they went over time." },
  { name: "Webhooks", description: "Endpoints of yours that receive signed events, and the record of each delivery." },
  { name: "Sandbox", description: "Failures on demand, so that retries are tested before they are needed." },
  {
    name: "Donations",
    description: "Links that lead donors to a checkout, and what became of them. A browser may call these too.",
  },
  { name: "Audit", description: "What was done to the partner and to what it has, by whom, when and why." },
  { name: "Team", description: "The people of a partner, their invitations, and what the platform told them." },
  { name: "Widget", description: "What a browser may read with a publishable key and no signature." },
] as const;

const METHOD_ORDER = ["POST", "GET", "PUT", "PATCH", "DELETE"];

function byPlace(a: Endpoint, b: Endpoint): number {
  const tag = (endpoint: Endpoint) => GIVING_TAGS.findIndex(({ name }) => name === endpoint.tag);
  const method = (endpoint: Endpoint) => METHOD_ORDER.indexOf(endpoint.method);
  return tag(a) - tag(b) || method(a) - method(b) || a.path.localeCompare(b.path);
}

/** Every promise of the giving API, by group, writes first. */
export const givingEndpoints: readonly Endpoint[] = Object.values(giving).toSorted(byPlace);
