import { describe, expect, test } from "vitest";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import {
  asCreateUser,
  asPatch,
  EditUserForm,
  EMPTY_USER,
  formOf,
  NewUserForm,
} from "@/components/portal/users/user-form";
import type { User } from "@/lib/domain/giving/users/schemas";

const JANE: User = {
  id: "695b9e0d4f1a2b3c4d5e6f72",
  externalId: "cust-314",
  email: "jane@example.org",
  firstName: "Jane",
  lastName: null,
  status: "ACTIVE",
  metadata: { store: "Old Town", visits: 3 },
  environment: "sandbox",
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
};

const OPTIONS = { fields: {}, shouldUseNativeValidation: false } as const;

async function remarks(form: Partial<typeof EMPTY_USER>) {
  const { errors } = await contractResolver(NewUserForm)({ ...EMPTY_USER, ...form }, undefined, OPTIONS);
  return Object.fromEntries(Object.entries(errors).map(([field, error]) => [field, error?.message]));
}

describe("a new user", () => {
  test("needs nothing but an id, and what is left empty is not sent", () => {
    expect(asCreateUser(NewUserForm.parse({ ...EMPTY_USER, externalId: "cust-1" }))).toEqual({ externalId: "cust-1" });
  });

  test("is sent as it was filled in, numbers among the notes as numbers", () => {
    const form = { externalId: "cust-1", email: " a@b.example ", firstName: "Ann", lastName: "", metadata: '{"n": 1}' };
    expect(asCreateUser(NewUserForm.parse(form))).toEqual({
      ...{ externalId: "cust-1", email: "a@b.example", firstName: "Ann", metadata: { n: 1 } },
    });
  });

  test("is refused field by field, in sentences", async () => {
    expect(await remarks({})).toEqual({ externalId: "Fill this in." });
    expect(await remarks({ externalId: "a b", email: "jane", firstName: "x".repeat(81) })).toEqual({
      externalId: "May contain letters, digits and . _ : @ + | - only.",
      email: "Must be an e-mail address.",
      firstName: "Use at most 80 characters.",
    });
  });

  test.each([
    ["{", "Write a JSON object"],
    ["[1]", "Write a JSON object"],
    ["null", "Write a JSON object"],
    ['{"a": {"b": 1}}', "“a” must be a text"],
    [`{"${"k".repeat(41)}": 1}`, "keys have at most 40 characters."],
  ])("with the notes %s is told what is wrong with them", async (metadata, remark) => {
    expect((await remarks({ externalId: "cust-1", metadata })).metadata).toContain(remark);
  });
});

describe("a changed user", () => {
  const patch = (changes: Partial<ReturnType<typeof formOf>>) =>
    asPatch(EditUserForm.parse({ ...formOf(JANE), ...changes }), JANE);

  test("that was left as it is has nothing to send", () => {
    expect(patch({})).toEqual({});
  });

  test("sends what differs: null for what was emptied, and for a note that was taken away", () => {
    expect(patch({ email: "", lastName: "Moss", status: "INACTIVE" })).toEqual({
      ...{ email: null, lastName: "Moss", status: "INACTIVE" },
    });
    expect(patch({ metadata: '{"visits": 4, "new": true}' })).toEqual({
      metadata: { store: null, visits: 4, new: true },
    });
    expect(patch({ metadata: "" })).toEqual({ metadata: { store: null, visits: null } });
  });
});
