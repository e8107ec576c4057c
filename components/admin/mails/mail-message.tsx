import { rolesText } from "@/components/admin/shell/admin-roles";
import { CodeBlock } from "@/components/ui/code-block";
import { Section } from "@/components/ui/section";
import { Tabs } from "@/components/ui/tabs";
import { MAIL_READERS, type MailDetail } from "@/lib/domain/mail/schemas";

/** What a mail says, in both its forms, for those who may read it. */
export function MailMessage({ mail: { subject, text, html } }: { mail: MailDetail }) {
  if (text === null) {
    return (
      <Section title="Message">
        <p className="text-content-muted">
          Links in mails open accounts, so {rolesText(MAIL_READERS)} alone can read what they say.
        </p>
      </Section>
    );
  }
  const plain = <CodeBlock wrap title="Plain text" what="text" code={text} />;
  if (html === null) return <Section title="Message">{plain}</Section>;
  return (
    <Section title="Message">
      <Tabs
        label="Form of the message"
        items={[
          { value: "html", label: "HTML", content: <MailPage title={subject} html={html} /> },
          { value: "text", label: "Plain text", content: plain },
        ]}
      />
    </Section>
  );
}

/** The sandbox lets nothing run, load a page or know of this one: a name in a mail was chosen by a stranger. */
function MailPage({ title, html }: { title: string; html: string }) {
  return (
    <iframe
      sandbox=""
      srcDoc={html}
      title={title}
      referrerPolicy="no-referrer"
      className="h-96 w-full rounded-card border border-default"
    />
  );
}
