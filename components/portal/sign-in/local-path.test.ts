import { describe, expect, test } from "vitest";
import { localPath } from "@/components/portal/sign-in/local-path";

test.each(["/keys", "/keys?key=key_695b9e0d4f1a2b3c4d5e6f70", "/actions/695b9e0d4f1a2b3c4d5e6f70#body"])(
  "a path of this site is kept: %s",
  (path) => {
    expect(localPath(path)).toBe(path);
  },
);

describe("anything that could lead elsewhere becomes home:", () => {
  test.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "javascript:alert(1)",
    "keys",
    "",
  ])("%j", (wanted) => {
    expect(localPath(wanted)).toBe("/home");
  });

  test("nothing, and more than one", () => {
    expect(localPath(undefined)).toBe("/home");
    expect(localPath(["/keys", "/users"])).toBe("/home");
  });

  test("the entrances, which would lead in a circle", () => {
    expect(localPath("/sign-in?next=/keys")).toBe("/home");
  });
});
