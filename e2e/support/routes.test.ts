import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { ADMIN_ROUTES, ROUTES } from "@/e2e/support/routes";

/** The pages of the app by their folders, with a `[name]` for what differs from address to address. */
const PAGES = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((entry) => /(^|\/)page\.tsx$/.test(entry))
  .map((entry) => entry.split("/").slice(0, -1))
  .map((folders) => `/${folders.filter((folder) => !folder.startsWith("(")).join("/")}`);

/** The page that answers at an address: of several that fit, the one that leaves least open. */
function pageAt(address: string): string | undefined {
  const { pathname } = new URL(address, "http://localhost");
  const fits = (page: string) => new RegExp(`^${page.replace(/\[\w+\]/g, "[^/]+")}$`).test(pathname);
  const open = (page: string) => page.split("[").length;
  return PAGES.filter(fits).toSorted((one, other) => open(one) - open(other))[0];
}

test("every page is opened in the browser by a row of its own", () => {
  const opened = [...ROUTES, ...ADMIN_ROUTES].map(({ path, follow }) => pageAt(follow?.address ?? path));
  expect(PAGES.filter((page) => !opened.includes(page))).toEqual([]);
});

test("a page that is named by its address is not one of those that hold an id there", () => {
  expect(pageAt("/campaigns/new")).toBe("/campaigns/new");
  expect(pageAt("/campaigns/first?edit=true")).toBe("/campaigns/[campaignId]");
  expect(pageAt("/no-such-page")).toBeUndefined();
});

test("rows have names of their own, under which their pictures are kept", () => {
  const names = [...ROUTES, ...ADMIN_ROUTES].map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});
