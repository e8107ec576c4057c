import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { fillSlot } from "@/components/portal/first-call/fill-slot";

const line = (text: string, key: string) => createElement("span", { key, className: "line" }, text);
const filled = (node: Parameters<typeof fillSlot>[0]) =>
  renderToStaticMarkup(createElement("p", null, fillSlot(node, "SLOT", createElement("b", null, "pk"))));

test("every slot is filled, however deep, and nothing else changes", () => {
  const tree = [line("one", "1"), createElement("i", { key: "2" }, [line("a SLOT b SLOT", "3")])];
  expect(filled(tree)).toBe(
    '<p><span class="line">one</span><i><span class="line">a <b>pk</b> b <b>pk</b></span></i></p>',
  );
});

test("a node without slots stays as it is", () => {
  expect(filled([null, line("plain", "1"), 7])).toBe('<p><span class="line">plain</span>7</p>');
});
