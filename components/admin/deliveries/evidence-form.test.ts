import { expect, test } from "vitest";
import { EMPTY_EVIDENCE, evidenceInput } from "@/components/admin/deliveries/evidence-form";

test("what is empty is not asked for", () => {
  expect(evidenceInput(EMPTY_EVIDENCE)).toEqual({ limit: "100" });
});

test("filters go out trimmed, times in UTC", () => {
  const asked = evidenceInput({
    ...EMPTY_EVIDENCE,
    subjectId: " provider-1 ",
    since: "2026-05-14T21:00",
    auditedOnly: true,
  });
  expect(asked).toMatchObject({ subjectId: "provider-1", auditedOnly: "true" });
  expect(asked.since).toBe(new Date("2026-05-14T21:00").toISOString());
});

test("what is no time is left out", () => {
  expect(evidenceInput({ ...EMPTY_EVIDENCE, before: "soon" })).not.toHaveProperty("before");
});
