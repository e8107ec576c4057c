import { type Api, ApiError, connectApi } from "@/components/widget/api";
import { donationDialog } from "@/components/widget/donation-dialog";
import { donationForm, readDonation } from "@/components/widget/donation-form";
import { el } from "@/components/widget/elements";
import { pollStatus } from "@/components/widget/poll-status";
import { readSettings, type Settings, SettingsError } from "@/components/widget/settings";
import { STYLES } from "@/components/widget/styles";
import type { Organization } from "@/lib/domain/giving/organizations/schemas";
import type { PartnerConfig } from "@/lib/domain/partners/schemas";

/*
 * The donation widget: one script on any page. It keeps nothing: no cookie, no storage, no copy of what a donor types.
 */

type EventName = "sir:ready" | "sir:link-created" | "sir:status" | "sir:error";
type Tell = (name: EventName, detail: object) => void;
type Widget = { settings: Settings; api: Api; config: PartnerConfig; organization: Organization; tell: Tell };

function tellError(tell: Tell, error: unknown): string {
  const isKnown = error instanceof ApiError || error instanceof SettingsError;
  const code = isKnown ? error.code : "WIDGET_ERROR";
  const message = isKnown ? error.message : "The widget failed.";
  tell("sir:error", { code, message });
  return message;
}

/** Opened with the click itself, which browsers allow; one opened after an answer they would suppress. */
function openWindow(): Window | null {
  const opened = window.open("", "_blank");
  if (opened) opened.opener = null;
  return opened;
}

function render(shadow: ShadowRoot, widget: Widget): void {
  const { settings, api, config, organization, tell } = widget;
  let opening: HTMLDialogElement | undefined;
  let stop = () => {};
  const button = el("button", { type: "button", "aria-haspopup": "dialog" }, `Give to ${organization.name}`);

  // Each time anew: what an earlier donor typed is gone with the dialog it was typed into.
  function open(): void {
    stop();
    opening?.remove();
    const { form, problem, submit } = donationForm(settings, config);
    const view = donationDialog(organization, config, form);
    opening = view.dialog;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void give();
    });
    view.dialog.addEventListener("close", () => button.focus());
    shadow.append(view.dialog);
    view.dialog.showModal();

    async function give(): Promise<void> {
      if (submit.disabled) return;
      const donation = readDonation(form, settings, config);
      problem.textContent = typeof donation === "string" ? donation : "";
      if (typeof donation === "string") return;
      submit.disabled = true;
      const checkout = openWindow();
      try {
        const { donationLink, partnerDonationId } = await api.createLink(donation);
        if (checkout) checkout.location.replace(donationLink);
        view.showLink(donationLink);
        tell("sir:link-created", { partnerDonationId, donationLink });
        stop = pollStatus(api, partnerDonationId, (status) => {
          view.showStatus(status);
          const { status: name, rewardStatus, tokensAwarded } = status;
          tell("sir:status", { partnerDonationId, status: name, rewardStatus, tokensAwarded });
        });
      } catch (error) {
        checkout?.close();
        problem.textContent = tellError(tell, error);
        submit.disabled = false;
      }
    }
  }
  button.addEventListener("click", open);
  shadow.append(button);
}

async function start(script: HTMLScriptElement): Promise<void> {
  const host = document.createElement("div");
  const tell: Tell = (name, detail) =>
    host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  try {
    const { target } = script.dataset;
    const place = target ? document.querySelector(target) : null;
    if (place) place.append(host);
    else script.after(host);
    if (target && !place) throw new SettingsError("TARGET_NOT_FOUND", `No element matches data-target ${target}.`);
    const settings = readSettings({ dataset: script.dataset, src: script.src });
    host.dataset.theme = settings.theme;
    const api = connectApi(settings);
    const [config, organization] = await Promise.all([api.config(), api.organization(settings.nonprofit)]);
    if (organization.status !== "ACTIVE" || !config.enabledFeatures.includes("DONATIONS")) {
      throw new SettingsError("DONATIONS_CLOSED", `${organization.name} takes no donations here at the moment.`);
    }
    const shadow = host.attachShadow({ mode: "open" });
    shadow.append(el("style", {}, STYLES));
    render(shadow, { settings, api, config, organization, tell });
    tell("sir:ready", { nonprofit: organization.slug, environment: config.environment });
  } catch (error) {
    console.error(`Donation widget: ${tellError(tell, error)}`);
  }
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  // A target may stand further down on the page.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => void start(script));
  else void start(script);
}
