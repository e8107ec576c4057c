import { describe, expect, test } from "vitest";
import { CONTENT, CONTENT_KINDS, editableFields } from "@/components/admin/content/content-kinds";
import {
  changeOf,
  creationOf,
  flawsOf,
  recordFields,
  type Values,
  valuesOf,
} from "@/components/admin/content/record-form";
import type { ContentRecord } from "@/lib/domain/directory/content/schemas";

const { create, change } = CONTENT.events;
const named = (name: string) => recordFields(create).find((field) => field.name === name);

describe.each(CONTENT_KINDS)("the form of %s", (kind) => {
  test("has a name, a control and a status to begin with for every field of the contract", () => {
    const fields = recordFields(CONTENT[kind].create);
    expect(fields.length).toBeGreaterThan(4);
    for (const { name, label, kind: control, options } of fields) {
      expect(label, name).not.toBe(name);
      expect(control === "choice", name).toBe(options.length > 0);
    }
    expect(fields.at(-1)).toMatchObject({ name: "status", kind: "choice", initial: expect.stringMatching(/./) });
  });

  test("lets nothing but the status of what people say be written anew", () => {
    expect(editableFields(kind).length === 0).toBe(kind === "reviews");
  });
});

test("controls follow from the contract's own rules", () => {
  expect(named("title")).toMatchObject({ kind: "line", isRequired: true });
  expect(named("description")).toMatchObject({ kind: "prose", isRequired: false });
  expect(named("registrationUrl")).toMatchObject({ kind: "line", isRequired: false });
  expect(named("startsAt")).toMatchObject({ kind: "time", isRequired: true });
  expect(named("capacity")).toMatchObject({ kind: "number", isRequired: false });
  expect(named("isFree")).toMatchObject({ kind: "tick", initial: true });
  expect(recordFields(CONTENT.articles.create)).toContainEqual(
    expect.objectContaining({ name: "topicTags", kind: "list" }),
  );
});

test("links and rules are lines in a form, and come back as they were", () => {
  const links: ContentRecord["fields"] = {
    sourceLinks: [{ url: "https://a.example/1", title: "A  report" }, { url: "https://a.example/2" }],
  };
  const articleFields = editableFields("articles");
  const shown = valuesOf(articleFields, links);
  expect(shown.sourceLinks).toBe("https://a.example/1 A  report\nhttps://a.example/2");
  expect(creationOf(articleFields, shown)).toMatchObject({
    sourceLinks: [{ url: "https://a.example/1", title: "A report" }, { url: "https://a.example/2" }],
  });
  const rules = { audience: { region: "Front Range", radiusMiles: 25, careTypes: ["memory-care"] } };
  const campaignFields = editableFields("campaigns");
  const before = valuesOf(campaignFields, rules);
  expect(before.audience).toBe("region: Front Range\nradiusMiles: 25\ncareTypes: memory-care");
  expect(creationOf(campaignFields, before)).toMatchObject(rules);
  const write = (audience: string) => changeOf(campaignFields, { ...before, audience }, before);
  expect(write("")).toEqual({ audience: {} });
  expect(write("careTypes: memory-care, home-care")).toEqual({ audience: { careTypes: ["memory-care", "home-care"] } });
  expect(flawsOf(CONTENT.campaigns.change, write("emails: a"))).toEqual({ audience: "Has no rule emails." });
  for (const flawed of ["emails: a", "radiusMiles: far", "region: ada@example.org", "Front Range"]) {
    expect(flawsOf(CONTENT.campaigns.change, write(flawed)), flawed).toEqual({ audience: expect.stringMatching(/./) });
  }
});

test("a form that is filled in is what the contract takes, and an empty field is left out", () => {
  const fields = recordFields(create);
  const values: Values = {
    ...valuesOf(fields),
    ...{
      title: " Café ",
      eventType: "social",
      startsAt: "2030-06-01T16:00",
      endsAt: "2030-06-01T18:00",
      capacity: "4",
    },
  };
  const body = creationOf(fields, values);
  expect(flawsOf(create, body)).toEqual({});
  expect(body).toMatchObject({ title: "Café", capacity: 4, isFree: true, status: "draft" });
  expect(body).not.toHaveProperty("description");
  expect(flawsOf(create, { ...body, title: undefined, capacity: 1.5 })).toEqual({
    title: "Fill this in.",
    capacity: expect.any(String),
  });
});

test("a change holds what differs, and null where something was taken away", () => {
  const fields = editableFields("events");
  const written = { title: "Café", startsAt: "2030-06-01T16:00:00.000Z", venueName: "Hall", isFree: true };
  const before = valuesOf(fields, written);
  expect(changeOf(fields, before, before)).toEqual({});
  const changes = changeOf(fields, { ...before, venueName: "", isFree: false, startsAt: before.startsAt! }, before);
  expect(changes).toEqual({ venueName: null, isFree: false });
  expect(flawsOf(change, changes)).toEqual({});
  expect(flawsOf(change, changeOf(fields, { ...before, title: "" }, before))).toEqual({
    title: "Fill this in.",
  });
  // Through the control and back: the same instant.
  expect(creationOf(fields, before).startsAt).toBe(written.startsAt);
});
