"use client";

import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { MessagePage } from "@/components/ui/message-page";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <MessagePage
      title="This page could not be shown"
      reference={error.digest}
      action={
        <>
          <LinkButton href="/">Go to start page</LinkButton>
          <Button variant="primary" onClick={reset}>
            Load page again
          </Button>
        </>
      }
    >
      Something went wrong on our side; nothing you entered elsewhere is affected. Load the page again. If it fails once
      more, tell your platform contact the reference.
    </MessagePage>
  );
}
