"use client";

import { Button } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";
import "./globals.css";

type GlobalErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** Stands in when the root layout itself fails, so it brings its own document. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body>
        <title>Portico could not be shown</title>
        <MessagePage
          title="Portico could not be shown"
          reference={error.digest}
          action={
            <Button variant="primary" onClick={reset}>
              Load page again
            </Button>
          }
        >
          Something went wrong on our side before the page was built. Load it again in a moment.
        </MessagePage>
      </body>
    </html>
  );
}
