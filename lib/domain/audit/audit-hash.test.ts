import fc from "fast-check";
import { expect, test } from "vitest";
import { type AuditFacts, canonicalJson, hashedFactsHash, linkHash, recordHash } from "@/lib/domain/audit/audit-hash";
import { sha256Hex } from "@/lib/platform/crypto";

const FACTS: AuditFacts = {
  id: "695b9e0d4f1a2b3c4d5e6f70",
  position: 42,
  at: "2026-01-05T11:12:13.456Z",
  actorType: "ADMIN",
  actorId: 'admin "1"',
  action: "partner.suspended",
  targetType: "partner",
  targetId: "695b9e0d4f1a2b3c4d5e6f71",
  partnerId: "695b9e0d4f1a2b3c4d5e6f71",
  environment: null,
  before: { status: "ACTIVE", "10": 1e21, "2": -0 },
  after: { status: "SUSPENDED", notes: ["ü\u2028", { z: null, a: 0.1 }] },
  reason: 'It said "no"\nthen \\ 😀',
  ip: "192.0.2.1",
  requestId: "req_695b9e0d4f1a2b3c4d5e6f72",
};

test("the hash of a record and of a link are for ever what they were: records sealed long ago must verify", () => {
  expect(recordHash(FACTS)).toBe("88fb4439b728313a1239a2b6a7f373bda71fed23ef4d72309c90088a5281e436");
  expect(recordHash({ ...FACTS, partnerId: null, before: null, after: null, reason: null, ip: null })).toBe(
    "a14e92ed3b7d079d151d5aa2291f2655f6eae4f6bd97933a4fef37e2028238a3",
  );
  const link = { chain: "platform", sequence: 7, sealedAt: FACTS.at, recordHash: "a".repeat(64) };
  expect(linkHash({ ...link, previousHash: "0".repeat(64) })).toBe(
    "33722df0098393fbf1499e408ab5099c8e734cf1d4b49c9d478f6bb250127a90",
  );
});

test("the hash of a record is that of its canonical JSON, whatever its fields hold", () => {
  const text = fc.string({ unit: "binary" });
  const object = fc.dictionary(fc.oneof(text, fc.nat(99).map(String)), fc.jsonValue(), { maxKeys: 6 });
  const facts = fc.record({
    ...{ id: text, position: fc.nat(), at: text, actorType: text, who: text, action: text, requestId: text },
    ...{ targetType: text, targetId: text, partnerId: fc.option(text), environment: fc.option(text) },
    ...{ before: fc.option(object), after: fc.option(object), reason: fc.option(text) },
  });
  fc.assert(
    fc.property(facts, (record) => {
      // The texts of some fields are of a set, which no hash depends on.
      const hash = hashedFactsHash(record as Parameters<typeof hashedFactsHash>[0]);
      expect(hash).toBe(sha256Hex(canonicalJson(record)));
    }),
  );
});

test("canonical JSON has one text for a value, whatever the order of its fields", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "x" }], a: 1e21, "10": true, "9": 0.1 })).toBe(
    '{"10":true,"9":0.1,"a":1e+21,"b":[1,{"c":"x","d":null}]}',
  );
  expect(canonicalJson({ "\u20ac": 1, "\r": 2, "1": 3, "😀": 4, ö: 5 })).toBe('{"\\r":2,"1":3,"ö":5,"€":1,"😀":4}');
});
