import { expect, test } from "vitest";
import { emptyFault, FaultForm, OTHER_PATH } from "@/components/portal/sandbox-tools/fault-form";
import { FAULT_PATHS } from "@/components/portal/sandbox-tools/fault-paths";
import { CreateFault } from "@/lib/domain/faults/schemas";

const read = (part: Partial<FaultForm>) => FaultForm.safeParse({ ...emptyFault("RATE_LIMIT"), ...part });
const errors = (part: Partial<FaultForm>) => read(part).error?.issues.map(({ path }) => path.join("."));

test("what a person writes becomes what the contract takes", () => {
  expect(read({}).data).toEqual({ kind: "RATE_LIMIT", count: 1 });
  const full = read({ count: "20", path: "/v1/partner/actions", retryAfter: " 5 " });
  expect(full.data).toEqual({
    ...{ kind: "RATE_LIMIT", count: 20, pathPrefix: "/v1/partner/actions", retryAfterSeconds: 5 },
  });
  expect(read({ path: OTHER_PATH, otherPath: "/v1/partner/users/cust-7" }).data?.pathPrefix).toBe(
    "/v1/partner/users/cust-7",
  );
});

test("a wait is sent only with what tells one", () => {
  expect(read({ kind: "SERVER_ERROR", retryAfter: "5" }).data).toEqual({ kind: "SERVER_ERROR", count: 1 });
});

test("what is wrong stands at its field", () => {
  expect(errors({ count: "21" })).toEqual(["count"]);
  expect(errors({ count: "1.5" })).toEqual(["count"]);
  expect(errors({ retryAfter: "61" })).toEqual(["retryAfter"]);
  expect(errors({ path: OTHER_PATH, otherPath: "" })).toEqual(["otherPath"]);
  expect(errors({ path: OTHER_PATH, otherPath: "/admin" })).toEqual(["otherPath"]);
});

test("every path to choose from is one that the contract accepts", () => {
  expect(FAULT_PATHS).toContain("/v1/partner/actions/submit");
  for (const pathPrefix of FAULT_PATHS) {
    expect(CreateFault.safeParse({ kind: "TIMEOUT", count: 1, pathPrefix }).success, pathPrefix).toBe(true);
  }
});
