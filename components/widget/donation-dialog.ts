import { el } from "@/components/widget/elements";
import type { DonationStatus } from "@/lib/domain/giving/donations/schemas";
import type { Organization } from "@/lib/domain/giving/organizations/schemas";
import type { PartnerConfig } from "@/lib/domain/partners/schemas";

const STATES: Record<DonationStatus["status"], string> = {
  PENDING: "Waiting for the payment on the page that was opened.",
  COMPLETED: "Thank you. Your donation was received.",
  FAILED: "The payment failed. Nothing was charged.",
  EXPIRED: "The payment page has expired. Close this window and start again.",
  CANCELED: "The payment was canceled. Nothing was charged.",
  REFUNDED: "The donation was refunded.",
};

const FOCUSABLE = "a[href],button:not([disabled]),input";

/** Keeps Tab inside: from the last part on to the first, and back. Escape closes, as the browser does for dialogs. */
function trapFocus(dialog: HTMLDialogElement): void {
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Tab") return;
    const parts = [...dialog.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((part) => part.offsetParent !== null);
    const [first, last] = [parts[0], parts.at(-1)];
    const active = (dialog.getRootNode() as ShadowRoot).activeElement;
    const [edge, next] = event.shiftKey ? [first, last] : [last, first];
    if (active !== edge && active !== dialog) return;
    event.preventDefault();
    next?.focus();
  });
}

export function donationDialog(organization: Organization, config: PartnerConfig, form: HTMLFormElement) {
  const close = el("button", { type: "button", class: "close" }, "Close");
  const state = el("p", { class: "state", role: "status" });
  const body = el("div", {}, form);
  const dialog = el(
    "dialog",
    { "aria-labelledby": "title" },
    el(
      "header",
      {},
      el(
        "div",
        {},
        el("h2", { id: "title" }, `Give to ${organization.name}`),
        el("p", { class: "by" }, `Offered by ${config.name}`),
        config.environment === "sandbox" && el("span", { class: "badge" }, "Sandbox: no money moves"),
      ),
      close,
    ),
    body,
    state,
  );
  trapFocus(dialog);
  close.addEventListener("click", () => dialog.close());
  return {
    dialog,
    /** Shows the way to the checkout, also where the browser opened no window for it. */
    showLink(url: string): void {
      const link = el("a", { class: "go", href: url, target: "_blank", rel: "noopener" }, "Open payment page");
      body.replaceChildren(el("p", { class: "state" }, "The payment is made on a page of its own."), link);
      state.textContent = STATES.PENDING;
      link.focus();
    },
    showStatus({ status }: DonationStatus): void {
      state.textContent = STATES[status];
      if (status !== "PENDING") body.replaceChildren();
      if (status !== "PENDING" && dialog.open) close.focus();
    },
  };
}
