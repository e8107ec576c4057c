import { expect, test } from "vitest";
import { findCards } from "@/components/public/developers/find-cards";

const PROVIDERS = {
  method: "GET",
  path: "/api/v1/partner/providers",
  summary: "List providers (providers:read)",
  tags: ["Providers"],
};
const CLAIMS = {
  method: "POST",
  path: "/api/v1/partner/claims",
  summary: "Submit a claim (claims:write)",
  tags: ["Claims"],
};
const CARDS = [PROVIDERS, CLAIMS];

test.each([
  ["", CARDS],
  ["   ", CARDS],
  ["post", [CLAIMS]],
  ["PROVIDERS get", [PROVIDERS]],
  ["claims:write", [CLAIMS]],
  ["get claims", []],
  ["partner", CARDS],
])("the search %j finds what holds all of its words", (search, found) => {
  expect(findCards(CARDS, search)).toEqual(found);
});
