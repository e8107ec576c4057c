import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { MessagePage } from "@/components/ui/message-page";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <MessagePage
      title="This page does not exist"
      action={
        <LinkButton href="/" variant="primary">
          Go to start page
        </LinkButton>
      }
    >
      The address may be mistyped, or what it pointed to is gone or belongs to another organisation.
    </MessagePage>
  );
}
