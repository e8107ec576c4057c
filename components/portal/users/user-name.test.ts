import { expect, test } from "vitest";
import { externalIdOf, userAddress, userName } from "@/components/portal/users/user-name";

test.each([
  ["Jane", "Moss", "Jane Moss"],
  ["Jane", null, "Jane"],
  [null, "Moss", "Moss"],
  [null, null, ""],
])("%s and %s make “%s”", (firstName, lastName, name) => {
  expect(userName({ firstName, lastName })).toBe(name);
});

test.each(["cust-314", "a|b", "jane+shop@example.org", "tenant:7:user.9"])(
  "%s survives the way through a path",
  (id) => {
    expect(userAddress(id)).not.toMatch(/[@|+ ]/);
    expect(externalIdOf(userAddress(id).slice("/users/".length))).toBe(id);
  },
);

test("a badly encoded path stays as it is and finds nobody", () => {
  expect(externalIdOf("%E0%A4%A")).toBe("%E0%A4%A");
});
