import type { Answer, WireMessage } from "@/lib/http/exchange";

const FORM_TYPE = /^application\/x-www-form-urlencoded\b/i;

/** Whether a page's form sent this, rather than a program. */
export function isForm(request: Request): boolean {
  return FORM_TYPE.test(request.headers.get("content-type") ?? "");
}

/**
 * The same message with the form's fields as a JSON body, as the contract wants it. Fields left empty were not given; a
 * field that stands twice counts once, the last one.
 */
export async function readForm(
  message: WireMessage,
  toBody: (form: Record<string, string>) => Record<string, unknown>,
): Promise<WireMessage> {
  return {
    ...message,
    header: (name) => (name === "content-type" ? "application/json" : message.header(name)),
    readBody: async (limitBytes) => {
      const sent = await message.readBody(limitBytes);
      const fields = [...new URLSearchParams(sent.toString("utf8"))].filter(([, value]) => value.trim() !== "");
      return Buffer.from(JSON.stringify(toBody(Object.fromEntries(fields))));
    },
  };
}

/** Sends the browser on to another page, which it reads with GET. */
export function seeOther(location: string, { headers }: Pick<Answer, "headers">): Response {
  const requestId = headers["X-Request-Id"];
  return new Response(null, {
    status: 303,
    headers: { Location: location, "Cache-Control": "no-store", ...(requestId && { "X-Request-Id": requestId }) },
  });
}
