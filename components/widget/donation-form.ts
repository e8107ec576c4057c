import { formatMoney, minorDigits } from "@/components/ui/format-money";
import { choice, el, field } from "@/components/widget/elements";
import type { Settings } from "@/components/widget/settings";
import type { PartnerConfig } from "@/lib/domain/partners/schemas";

const AMOUNTS = [10, 25, 50, 100];

/** What the page names, as far as the partner takes it. */
export function currencyOf({ currency }: Settings, { currencies }: PartnerConfig): string {
  return currency && currencies.includes(currency) ? currency : currencies[0]!;
}

/** Tips by the provider that will be used; every.org takes none. */
function tipsOf({ tipConfig, providers }: PartnerConfig, { provider }: Settings): number[] {
  if (!tipConfig.enabled || (provider ?? providers[0]) === "every.org") return [];
  return [...new Set([0, tipConfig.defaultPercent, ...(tipConfig.options ?? [])])].sort((a, b) => a - b);
}

/** Amount, frequency, tip and donor. What is typed stays in these fields and goes nowhere but into the one call. */
export function donationForm(settings: Settings, config: PartnerConfig) {
  const currency = currencyOf(settings, config);
  const unit = 10 ** minorDigits(currency);
  const amounts = (settings.amounts.length > 0 ? settings.amounts : AMOUNTS).map((amount) => Math.round(amount * unit));
  const chosen = String(amounts[1] ?? amounts[0]);
  const tips = tipsOf(config, settings);
  const problem = el("p", { class: "bad", role: "alert" });
  const submit = el("button", { type: "submit" }, "Continue to payment");
  const form = el(
    "form",
    { novalidate: true },
    choice(
      "Amount",
      "amount",
      [...amounts.map((minor): [string, string] => [String(minor), formatMoney(minor, currency)]), ["other", "Other"]],
      chosen,
    ),
    field(
      `Other amount in ${currency}`,
      { name: "other", inputmode: "decimal", autocomplete: "off" },
      "Counts when Other is chosen.",
    ),
    choice(
      "How often",
      "frequency",
      [
        ["once", "Once"],
        ["monthly", "Every month"],
      ],
      settings.frequency ?? "once",
    ),
    tips.length > 0 &&
      choice(
        `Tip for ${config.name}`,
        "tip",
        tips.map((tip) => [String(tip), tip === 0 ? "None" : `${tip} %`]),
        String(config.tipConfig.defaultPercent),
      ),
    el(
      "div",
      { class: "pair" },
      field("First name", { name: "firstName", autocomplete: "given-name", maxlength: 80 }),
      field("Last name", { name: "lastName", autocomplete: "family-name", maxlength: 80 }),
    ),
    field(
      "E-mail address",
      { name: "email", type: "email", autocomplete: "email", maxlength: 254 },
      "Optional, like the name.",
    ),
    problem,
    submit,
  );
  const other = form.elements.namedItem("other") as HTMLInputElement;
  // Who types an amount means it.
  other.addEventListener("input", () => {
    for (const radio of form.querySelectorAll<HTMLInputElement>("[name=amount]"))
      radio.checked = radio.value === "other";
  });
  return { form, problem, submit };
}

/** "25,50" in minor units; NaN for what is no amount. */
function minorOf(written: string, currency: string): number {
  const amount = written.trim().replace(",", ".");
  const digits = minorDigits(currency);
  const isAmount = /^\d{1,9}(\.\d+)?$/.test(amount) && (amount.split(".")[1] ?? "").length <= digits;
  return isAmount ? Math.round(Number(amount) * 10 ** digits) : Number.NaN;
}

/** The body of the call; a sentence where the donor must mend something first. */
export function readDonation(form: HTMLFormElement, settings: Settings, config: PartnerConfig): object | string {
  const said = new FormData(form);
  const text = (name: string) => String(said.get(name) ?? "").trim() || undefined;
  const currency = currencyOf(settings, config);
  const picked = text("amount");
  const amount = picked === "other" ? minorOf(text("other") ?? "", currency) : Number(picked);
  const { minAmount, maxAmount } = config;
  if (Number.isNaN(amount)) return "Enter the amount as a number, such as 25 or 25.50.";
  if (amount < minAmount || amount > maxAmount) {
    return `Choose an amount from ${formatMoney(minAmount, currency)} to ${formatMoney(maxAmount, currency)}.`;
  }
  const email = text("email");
  if (email && !/^\S+@\S+\.\S+$/.test(email)) return "The e-mail address is not complete.";
  const tip = Number(text("tip") ?? 0);
  return {
    nonprofitSlug: settings.nonprofit,
    ...{ amount, currency, frequency: text("frequency") },
    ...{ provider: settings.provider, partnerUserId: settings.userId },
    ...{ donorEmail: email, firstName: text("firstName"), lastName: text("lastName") },
    ...(tip > 0 && { tipPercent: tip }),
  };
}
