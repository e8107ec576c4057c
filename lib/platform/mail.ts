import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/lib/platform/env";
import { singleton } from "@/lib/platform/singleton";

const TIMEOUT_MS = 10_000;

/** `html` says the same as `body`; a mail without it goes out as plain text. */
export type Mail = { id: string; recipient: string; subject: string; body: string; html: string | null };

/** Whether outgoing mail is configured. */
export function canSendMail(): boolean {
  return env().smtpUrl !== null;
}

function transport(): Transporter {
  return singleton("mail-transport", () =>
    createTransport(env().smtpUrl!, {
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      // A mail is text of ours: nothing in it may make the server read a file or call another host.
      disableFileAccess: true,
      disableUrlAccess: true,
    } as object),
  );
}

/** Hands a mail to the SMTP server, both forms in one message; throws when it is not taken. A repeated one keeps its Message-ID. */
export async function sendMail({ id, recipient, subject, body, html }: Mail): Promise<void> {
  const { mailFrom, publicBaseUrl } = env();
  const host = new URL(publicBaseUrl).hostname;
  await transport().sendMail({
    from: mailFrom ?? `Portico <portico@${host}>`,
    to: { name: "", address: recipient },
    subject,
    text: body,
    ...(html !== null && { html }),
    messageId: `<${id}@${host}>`,
  });
}
