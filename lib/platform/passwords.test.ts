import { describe, expect, test } from "vitest";
import { hashCheaply, hashPassword, isOutdated, verifyPassword } from "@/lib/platform/passwords";
import { takeSingletons } from "@/lib/platform/singleton";

/** "correct horse battery" as it was hashed before a hash named its cost. */
const FORMER = "scrypt.AAECAwQFBgcICQoLDA0ODw.xy6UCICz8Vv_P6JqOkkUD4DOmhxN0tXSe6sQAUBxupQ";

describe("passwords", () => {
  test("verify against their own salted hash only", async () => {
    const hash = await hashPassword("correct horse battery");
    expect(hash).not.toBe(await hashPassword("correct horse battery"));
    expect(await verifyPassword("correct horse battery", hash)).toBe(true);
    expect(await verifyPassword("correct horse batter", hash)).toBe(false);
  });

  test.each(["", "a", "correct horse battery"])("none opens the account that does not exist: %j", async (password) => {
    expect(await verifyPassword(password, null)).toBe(false);
    expect(await verifyPassword(password, "")).toBe(false);
    expect(await verifyPassword(password, "scrypt..")).toBe(false);
  });

  test("are the same however their accents were typed", async () => {
    const hash = await hashPassword("caf\u00e9 caf\u00e9 caf\u00e9");
    expect(await verifyPassword("cafe\u0301 cafe\u0301 cafe\u0301", hash)).toBe(true);
  });

  test("cost what is asked of scrypt wherever nobody said otherwise, and the hash says so", async () => {
    takeSingletons();
    const hash = await hashPassword("correct horse battery");
    expect(hash).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await verifyPassword("correct horse battery", hash)).toBe(true);
    expect(isOutdated(hash)).toBe(false);
  });

  test("of hashes that were cheaper still verify, and are to be hashed anew", async () => {
    takeSingletons();
    hashCheaply();
    const cheap = await hashPassword("correct horse battery");
    takeSingletons();
    for (const hash of [cheap, FORMER]) {
      expect(await verifyPassword("correct horse battery", hash)).toBe(true);
      expect(await verifyPassword("correct horse", hash)).toBe(false);
      expect(isOutdated(hash)).toBe(true);
    }
  });
});
