import { cloneElement, createElement, Fragment, isValidElement, type ReactNode } from "react";

/** The same node, with `filling` wherever its text has `slot`. Server-rendered code gets values of the browser this way. */
export function fillSlot(node: ReactNode, slot: string, filling: ReactNode): ReactNode {
  if (typeof node === "string") return fillText(node, slot, filling);
  if (Array.isArray(node)) return node.map((child) => fillSlot(child, slot, filling));
  if (!isValidElement<{ children?: ReactNode }>(node)) return node;
  return cloneElement(node, undefined, fillSlot(node.props.children, slot, filling));
}

function fillText(text: string, slot: string, filling: ReactNode): ReactNode {
  const at = text.indexOf(slot);
  if (at < 0) return text;
  const rest = fillText(text.slice(at + slot.length), slot, filling);
  return createElement(Fragment, null, text.slice(0, at), filling, rest);
}
