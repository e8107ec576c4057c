import type { SubmitAction } from "@/lib/domain/giving/actions/schemas";
import { DAY_MS } from "@/lib/domain/shared/duration";

export const DEMO_DAYS = 30;
const ACTIONS = 120;

const RECIPIENTS = [
  ...["Ada Lindqvist", "Bram de Vries", "Chiara Conti", "Diego Marín", "Esther Cohen"],
  ...["Farid Haddad", "Grace Mbeki", "Hana Novák", "Ivo Kralj", "Jane Porter"],
  ...["Kofi Mensah", "Lucía Ortega", "Maja Kowalska", "Noor Rahman", "Oskar Berg"],
  ...["Priya Nair", "Quentin Roche", "Rosa Almeida", "Sven Dahl", "Tara O'Neill"],
  ...["Umar Khan", "Vera Petrova", "Wen Li", "Ximena Soto", "Zoë Jansen"],
].map((name, index) => {
  const [first = "", ...rest] = name.split(" ");
  return { externalId: `cust-${1001 + index}`, firstName: first, lastName: rest.join(" ") };
});

/** Orders so large that the pool refuses them. */
const BEYOND_THE_POOL = new Set([38, 77, 106]);

/** The same numbers each time: a demo that changes with every start cannot be talked about. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Draw = { next: () => number; index: number };

function stakeholder({ next }: Draw, stakeholderTypeCode: string): SubmitAction["stakeholders"][number] {
  const person = RECIPIENTS[Math.floor(next() * RECIPIENTS.length)]!;
  const mailbox = `${person.firstName}.${person.lastName}`
    .normalize("NFKD")
    .replace(/[^A-Za-z.]/g, "")
    .toLowerCase();
  return {
    stakeholderTypeCode,
    partnerUserId: person.externalId,
    userEmail: `${mailbox}@mail.example`,
    userFirstName: person.firstName,
    userLastName: person.lastName,
  };
}

const dollars = (draw: Draw, least: number, most: number) => (least + draw.next() * (most - least)).toFixed(2);

function purchase(draw: Draw): Partial<SubmitAction> {
  const seller = draw.next() < 0.2 ? [{ stakeholderTypeCode: "EMPLOYEE", partnerUserId: "staff-07" }] : [];
  const store = ["Harbour Street", "Old Town", "Online"][Math.floor(draw.next() * 3)]!;
  return {
    actionType: "PURCHASE",
    amount: BEYOND_THE_POOL.has(draw.index) ? "180000.00" : dollars(draw, 60, 780),
    currency: "USD",
    stakeholders: [stakeholder(draw, "CUSTOMER"), ...seller],
    metadata: { store, items: 1 + Math.floor(draw.next() * 4) },
  };
}

function otherKind(draw: Draw): Partial<SubmitAction> {
  const kind = Math.floor(draw.next() * 4);
  if (kind === 0) {
    const amount = dollars(draw, 20, 250);
    return { actionType: "DONATION", amount, currency: "USD", stakeholders: [stakeholder(draw, "DONOR")] };
  }
  if (kind === 1) {
    const hours = (1 + Math.floor(draw.next() * 12) / 2).toString();
    return { actionType: "VOLUNTEER", amount: hours, stakeholders: [stakeholder(draw, "VOLUNTEER")] };
  }
  if (kind === 2) return { actionType: "REFERRAL", amount: "150", stakeholders: [stakeholder(draw, "REFERRER")] };
  return { actionType: "ADVOCACY", amount: "25", stakeholders: [stakeholder(draw, "ADVOCATE")] };
}

export type DemoAction = { at: Date; input: SubmitAction };

/** What Acme's shop sent over the last thirty days, oldest first. */
export function demoActions(now: Date): DemoAction[] {
  const next = numbers(20_260_101);
  const stepMs = (DEMO_DAYS * DAY_MS) / ACTIONS;
  return Array.from({ length: ACTIONS }, (_, index) => {
    const draw = { next, index };
    const at = new Date(now.getTime() - Math.round((ACTIONS - index - 0.9 * next()) * stepMs));
    const isPurchase = BEYOND_THE_POOL.has(index) || next() < 0.72;
    const number = 7001 + index;
    const input = {
      idempotencyKey: `order-${number}`,
      description: isPurchase ? `Order ${number}` : `Entry ${number}`,
      autoCreateUsers: true,
      ...(isPurchase ? purchase(draw) : otherKind(draw)),
    } as SubmitAction;
    return { at, input };
  });
}
