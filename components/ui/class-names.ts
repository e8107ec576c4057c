import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// Unknown text-* classes would be taken for colours and dropped beside one: name our sizes.
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ["meta", "dense", "body", "section", "lead", "title", "headline", "display"],
      radius: ["mark", "control", "card", "dialog"],
      shadow: ["floating"],
      spacing: ["sidebar", "topbar", "stripe", "frame", "actionbar"],
      container: ["content", "dialog", "dialog-wide", "panel", "prose"],
    },
  },
});

export function cn(...inputs: ClassValue[]): string {
  return merge(clsx(inputs));
}
