import { describe, expect, test } from "vitest";
import { linkSnippet, widgetSnippet } from "@/components/portal/donations/donation-snippets";
import { readSettings } from "@/components/widget/settings";
import { CreateDonationLink } from "@/lib/domain/giving/donations/schemas";

const place = { baseUrl: "https://partners.example.org", publishableKey: "pk_test_mine" };
const attributeOf = (html: string, name: string) => new RegExp(`${name}="([^"]+)"`).exec(html)?.[1];

describe("what the empty list teaches works as it stands", () => {
  test("the widget reads the snippet's key and nonprofit", () => {
    const html = widgetSnippet(place);
    const dataset = {
      partnerKey: attributeOf(html, "data-partner-key"),
      nonprofit: attributeOf(html, "data-nonprofit"),
    };
    expect(readSettings({ dataset, src: attributeOf(html, "src")! })).toMatchObject({
      ...{ partnerKey: "pk_test_mine", nonprofit: "american-red-cross", origin: "https://partners.example.org" },
    });
  });

  test("the contract takes the body of the call", () => {
    const command = linkSnippet(place);
    expect(command).toContain("X-Partner-Key: pk_test_mine");
    const body = JSON.parse(/--data-raw '(.+)'/.exec(command)![1]!);
    expect(CreateDonationLink.safeParse(body).success).toBe(true);
  });

  test.each([widgetSnippet, linkSnippet])("a key's form stands where there is no key", (snippet) => {
    expect(snippet({ ...place, publishableKey: null })).toContain("pk_test_your_publishable_key");
  });
});
