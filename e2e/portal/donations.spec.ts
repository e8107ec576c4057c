import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { expectNoFaults, findFaults } from "@/e2e/support/expect-no-faults";
import { becomePartner, expect, test } from "@/e2e/support/fixtures";
import { THEMES } from "@/e2e/support/routes";

const NONPROFIT = "american-red-cross";

type Told = { name: string; detail: Record<string, unknown> };
declare global {
  interface Window {
    told: Told[];
  }
}

/** A shop of its own origin, with styles of its own that mean no good to the widget. */
async function openShop(
  scriptUrl: string,
  attributes: Record<string, string>,
): Promise<{ url: string; server: Server }> {
  const said = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  const html = `<!doctype html><html lang="en"><head><title>A shop</title>
    <style>button, dialog, h2 { display: none !important; color: transparent !important }</style></head><body>
    <main><h1>A shop</h1><div id="here"></div></main>
    <script>
      window.told = [];
      for (const name of ["sir:ready", "sir:link-created", "sir:status", "sir:error"])
        document.addEventListener(name, (event) => window.told.push({ name, detail: event.detail }));
    </script>
    <script src="${scriptUrl}" ${said.join(" ")}></script></body></html>`;
  const server = createServer((_request, response) => response.setHeader("Content-Type", "text/html").end(html));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

const told = (page: Page, name: string) =>
  page.evaluate((name) => window.told.filter((each) => each.name === name).map(({ detail }) => detail), name);

test.describe("on a page of another origin", () => {
  // A header that Playwright adds would be one more to be allowed across origins.
  test.use({ extraHTTPHeaders: {} });

  test("a donor gives by the widget, from the button to the reward", async ({ page, api, baseURL }) => {
    const { keys } = await becomePartner(api);
    const shop = await openShop(`${baseURL}/widget/v1/donate.js`, {
      ...{ "data-partner-key": keys.publicKey, "data-nonprofit": NONPROFIT, "data-target": "#here" },
      ...{ "data-amounts": "15,30", "data-user-id": "cust-314" },
    });
    try {
      await page.goto(shop.url);
      const button = page.getByRole("button", { name: "Give to American Red Cross" });
      await expect(button).toBeVisible();
      await expect
        .poll(() => told(page, "sir:ready"))
        .toMatchObject([{ nonprofit: NONPROFIT, environment: "sandbox" }]);

      await button.focus();
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog", { name: "Give to American Red Cross" });
      await expect(dialog).toBeVisible();
      await expect(dialog.getByText("Sandbox: no money moves")).toBeVisible();
      for (let pressed = 0; pressed < 25; pressed += 1) {
        await page.keyboard.press(pressed % 7 === 6 ? "Shift+Tab" : "Tab");
        const isInside = await dialog.evaluate((element) =>
          element.contains((element.getRootNode() as ShadowRoot).activeElement),
        );
        expect(isInside, `focus after ${pressed + 1} presses`).toBe(true);
      }
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
      await expect(button).toBeFocused();

      await button.click();
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        expect(await findFaults(page), `widget, ${colorScheme}`).toEqual([]);
      }
      await dialog.getByLabel("Other amount in USD").fill("0.5");
      await dialog.getByRole("button", { name: "Continue to payment" }).click();
      await expect(dialog.getByRole("alert")).toContainText("Choose an amount from");
      await dialog.getByRole("radio", { name: "$30" }).check();
      await dialog.getByLabel("First name").fill("Jane");
      await dialog.getByLabel("E-mail address").fill("jane@example.org");
      const opening = page.waitForEvent("popup");
      await dialog.getByRole("button", { name: "Continue to payment" }).click();
      const checkout = await opening;
      await checkout.waitForURL(/\/checkout\/sandbox\/[0-9a-f]{64}$/);
      await expect(checkout.getByText("This is a test")).toBeVisible();
      await expect(checkout.getByText("$33")).toBeVisible();
      await checkout.getByRole("button", { name: "Complete payment" }).click();
      await expect(checkout.getByText("Paid", { exact: true })).toBeVisible();

      await expect
        .poll(async () => (await told(page, "sir:status")).at(-1), { timeout: 30_000 })
        .toMatchObject({ status: "COMPLETED", rewardStatus: "ISSUED", tokensAwarded: 30 });
      await expect(dialog.getByRole("status")).toContainText("Your donation was received");
      const [created] = await told(page, "sir:link-created");
      expect(created).toMatchObject({ donationLink: checkout.url() });
      expect(await told(page, "sir:error")).toEqual([]);
      expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual([
        "",
        0,
        0,
      ]);
      const balance = await api.signed<{ available: number }>(keys, {
        method: "GET",
        target: "/v1/partner/users/cust-314/balance",
      });
      expect(balance.body.available).toBe(30);

      await checkout.getByRole("button", { name: "Refund payment" }).click();
      await expect(checkout.getByText("Refunded", { exact: true })).toBeVisible();
    } finally {
      shop.server.close();
    }
  });
});

test("a widget with a secret key shows nothing and says why", async ({ page, baseURL }) => {
  const shop = await openShop(`${baseURL}/widget/v1/donate.js`, {
    ...{ "data-partner-key": `sk_test_${"0".repeat(64)}`, "data-nonprofit": NONPROFIT },
  });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(shop.url);
  await expect.poll(() => told(page, "sir:error")).toMatchObject([{ code: "PUBLISHABLE_KEY_REQUIRED" }]);
  await expect(page.getByRole("button")).toHaveCount(0);
  expect(asked.filter((path) => path.startsWith("/v1/"))).toEqual([]);
  shop.server.close();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the hosted page leads to the test checkout, which plays a payment to its refund", async ({ page, api }) => {
    const { keys, token } = await becomePartner(api);
    const { body: partner } = await api.as<{ slug: string }>(token, {
      method: "GET",
      target: "/v1/partner/keys/partner-info",
    });
    await page.goto(`/give/${partner.slug}/${NONPROFIT}`);
    await page.getByText("Other", { exact: true }).click();
    await page.getByLabel("Other amount in USD").fill("nonsense");
    await page.getByRole("button", { name: "Continue to payment" }).click();
    await expect(page.getByText("The amount is not a number")).toBeVisible();

    await page.getByText("Other", { exact: true }).click();
    await page.getByLabel("Other amount in USD").fill("12.34");
    await page.getByText("Every month").click();
    await page.getByText("None", { exact: true }).click();
    await page.getByRole("button", { name: "Continue to payment" }).click();
    await page.waitForURL(/\/checkout\/sandbox\/[0-9a-f]{64}$/);
    await expect(page.getByText("$12.34").first()).toBeVisible();
    const link = page.url();
    await page.getByRole("button", { name: "Complete payment" }).click();
    await page.getByRole("button", { name: "Make next monthly charge" }).click();
    await expect(page.getByRole("heading", { name: "Charges" })).toBeVisible();
    await page.getByRole("button", { name: "Refund last charge" }).click();
    await expect(page.getByText("$12.34, refunded")).toBeVisible();
    await page.getByRole("button", { name: "Refund last charge" }).click();
    await expect(page.getByText("Nothing more can happen")).toBeVisible();

    // The same address answers programs in JSON.
    const settle = { method: "POST", target: new URL(link).pathname, body: { outcome: "refund" } } as const;
    const again = await api.send<{ code: string }>(settle);
    expect([again.status, again.body.code]).toEqual([409, "DONATION_ALREADY_FINAL"]);
    expect(keys.publicKey).toMatch(/^pk_test_/);
  });
});

test("the donors' pages have no fault axe can see, in both themes and widths, and ask no other host", async ({
  page,
  api,
  baseURL,
}) => {
  const { keys, token } = await becomePartner(api);
  const { body: partner } = await api.as<{ slug: string }>(token, {
    method: "GET",
    target: "/v1/partner/keys/partner-info",
  });
  const made = await api.signed<{ donationLink: string }>(keys, {
    method: "POST",
    target: "/v1/partner/donations/create-link",
    body: { nonprofitSlug: NONPROFIT, amount: 2500, currency: "USD", tipPercent: 10 },
  });
  const origins = new Set<string>();
  page.on("request", (request) => origins.add(new URL(request.url()).origin));
  for (const path of [
    new URL(made.body.donationLink).pathname,
    `/give/${partner.slug}/${NONPROFIT}?problem=AMOUNT_OUT_OF_RANGE`,
  ]) {
    await page.goto(path);
    await expectNoFaults(page, path, {
      each: ({ width, colorScheme }) =>
        page.screenshot({
          path: `test-results/donors/${path.split("/")[1]}-${width}-${colorScheme}.png`,
          fullPage: true,
        }),
    });
  }
  expect([...origins]).toEqual([baseURL]);
});
