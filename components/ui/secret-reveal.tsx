"use client";

import { Download, Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { Button } from "./button";
import { CopyButton } from "./copy-button";
import { IconButton } from "./icon-button";
import { Notice } from "./notice";

export type Secret = {
  /** "Secret key" */
  label: string;
  /** Name in the .env file, such as "PORTICO_SECRET_KEY". */
  variable: string;
  value: string;
  /** Not secret: shown in clear, and leaving without it loses nothing. */
  isPublic?: boolean;
};

export type SecretRevealProps = {
  secrets: readonly Secret[];
  /** Without ".env". */
  fileName: string;
  /** Called once every secret has been copied, or the file downloaded. */
  onSaved: () => void;
};

/** Values live in the page's memory alone: never in a URL, in storage or in a log. */
export function SecretReveal({ secrets, fileName, onSaved }: SecretRevealProps) {
  const [copied, setCopied] = useState<readonly string[]>([]);
  const rememberCopied = (variable: string) => {
    const now = [...copied, variable];
    setCopied(now);
    if (secrets.every((secret) => secret.isPublic || now.includes(secret.variable))) onSaved();
  };
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="warning" title="Shown once">
        Copy or download these values now. They cannot be read again; a lost secret has to be rotated.
      </Notice>
      <dl className="flex flex-col gap-4">
        {secrets.map((secret) => (
          <SecretRow key={secret.variable} secret={secret} onCopied={() => rememberCopied(secret.variable)} />
        ))}
      </dl>
      <Button
        icon={<Download aria-hidden="true" />}
        onClick={() => {
          downloadEnv(secrets, fileName);
          onSaved();
        }}
      >
        Download {fileName}.env
      </Button>
    </div>
  );
}

function SecretRow({ secret, onCopied }: { secret: Secret; onCopied: () => void }) {
  const [shown, setShown] = useState(secret.isPublic === true);
  return (
    <div>
      <dt className="text-body font-medium">{secret.label}</dt>
      <dd className="mt-1 flex items-center gap-1 rounded-control bg-muted py-1 pr-1 pl-3">
        <span className="min-w-0 flex-1 font-mono text-dense break-all">
          {shown ? secret.value : <Mask value={secret.value} />}
        </span>
        {!secret.isPublic && (
          <IconButton
            small
            label={shown ? `Hide ${secret.label}` : `Reveal ${secret.label}`}
            icon={shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
            onClick={() => setShown(!shown)}
          />
        )}
        <CopyButton value={secret.value} what={secret.label} onCopied={onCopied} />
      </dd>
    </div>
  );
}

const MASK_LENGTH = 16;

// The prefix names the kind and the environment and is no secret; the length of the rest stays hidden.
function Mask({ value }: { value: string }) {
  const prefix = /^[a-z]+_(?:test|live)_/.exec(value)?.[0] ?? "";
  return (
    <>
      {prefix}
      <span aria-hidden="true">{"•".repeat(MASK_LENGTH)}</span>
      <span className="sr-only">hidden</span>
    </>
  );
}

export function printEnv(secrets: readonly Secret[]): string {
  return secrets.map((secret) => `${secret.variable}=${secret.value}\n`).join("");
}

function downloadEnv(secrets: readonly Secret[], fileName: string) {
  const url = URL.createObjectURL(new Blob([printEnv(secrets)], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${fileName}.env`;
  link.click();
  URL.revokeObjectURL(url);
}
