"use client";

import Link from "next/link";
import { fileNameOf } from "@/components/portal/keys/key-form";
import { ENVIRONMENT_WORDS } from "@/components/portal/keys/key-state";
import { SecretDialog } from "@/components/ui/secret-dialog";
import type { Secret } from "@/components/ui/secret-reveal";
import type { CreatedKey } from "@/lib/domain/keys/schemas";

/** A new key in the names that the samples and the documents use. */
export function secretsOf(key: CreatedKey, baseUrl: string): Secret[] {
  return [
    { label: "Publishable key", variable: "PORTICO_PUBLISHABLE_KEY", value: key.publicKey, isPublic: true },
    ...(key.secretKey ? [{ label: "Secret key", variable: "PORTICO_SECRET_KEY", value: key.secretKey }] : []),
    ...(key.hmacSecret ? [{ label: "HMAC secret", variable: "PORTICO_HMAC_SECRET", value: key.hmacSecret }] : []),
    { label: "Base URL", variable: "PORTICO_BASE_URL", value: baseUrl, isPublic: true },
  ];
}

type CreatedKeyDialogProps = { created: CreatedKey; baseUrl: string; onClose: () => void };

export function CreatedKeyDialog({ created, baseUrl, onClose }: CreatedKeyDialogProps) {
  return (
    <SecretDialog
      title={`Key “${created.name}” created`}
      description={`For the ${ENVIRONMENT_WORDS[created.environment].toLowerCase()}. Keep the secrets on your server, never in a browser or a repository.`}
      secrets={secretsOf(created, baseUrl)}
      fileName={fileNameOf(created.name, created.environment)}
      onClose={onClose}
    >
      <p className="text-body text-content-muted">
        Saved?{" "}
        <Link href={`/first-call?key=${created.id}`} className="link">
          Make the first call with this key
        </Link>
      </p>
    </SecretDialog>
  );
}
