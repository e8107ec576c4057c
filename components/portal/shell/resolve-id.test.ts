import { expect, test } from "vitest";
import { resolveId } from "@/components/portal/shell/resolve-id";

const HEX = "695b9e0d4f1a2b3c4d5e6f70";

test.each([
  [HEX, [`/actions/${HEX}`, `/transactions?transaction=${HEX}`, `/campaigns/${HEX}`]],
  [`don_${HEX}`, [`/donations?donation=don_${HEX}`]],
  [` key_${HEX} `, [`/keys?key=key_${HEX}`]],
  [`evt_${HEX}`, ["/webhooks"]],
  [`whd_${HEX}`, ["/webhooks"]],
  [`tpr_${HEX}`, ["/token-pool"]],
])("%s lands on %j", (text, hrefs) => {
  expect(resolveId(text).map(({ href }) => href)).toEqual(hrefs);
});

test.each(["", "keys", HEX.slice(1), `key_${HEX}0`, `sk_test_${HEX}`, `../${HEX}`])("%j is no id", (text) => {
  expect(resolveId(text)).toEqual([]);
});
