"use client";

import Link from "next/link";
import type { KeyChange } from "@/components/portal/keys/key-changes";
import { EnvironmentBadge, KeyStatus } from "@/components/portal/keys/key-columns";
import { KEY_TYPE_WORDS } from "@/components/portal/keys/key-state";
import { Button } from "@/components/ui/button";
import { type Fact, Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { Sheet } from "@/components/ui/sheet";
import { Time } from "@/components/ui/time";
import type { Key } from "@/lib/domain/keys/schemas";

type KeyPanelProps = {
  apiKey: Key;
  onClose: () => void;
  onStep: (direction: 1 | -1) => void;
  /** Absent for those who may only read. */
  onChange?: (change: KeyChange) => void;
};

/** Everything about one key, beside the list. */
export function KeyPanel({ apiKey, onClose, onStep, onChange }: KeyPanelProps) {
  const isRevoked = apiKey.revokedAt !== null;
  return (
    <Sheet
      open
      modal={false}
      onOpenChange={(open) => !open && onClose()}
      onStep={onStep}
      title={apiKey.name}
      description="API key"
      footer={onChange && !isRevoked && <KeyButtons apiKey={apiKey} onChange={onChange} />}
    >
      <div className="flex flex-col gap-6 p-4 md:p-6">
        {isRevoked && (
          <Notice tone="info" title="Revoked">
            Calls with this key are refused. It stays listed so that its history can be read.
          </Notice>
        )}
        <KeyFacts apiKey={apiKey} />
        <KeyScopes scopes={apiKey.scopes} />
        {apiKey.keyType === "secret" && !isRevoked && (
          <LinkButton href={`/first-call?key=${apiKey.id}`} className="self-start">
            Make first call with this key
          </LinkButton>
        )}
      </div>
    </Sheet>
  );
}

const mono = (text: string) => <span className="font-mono text-dense">{text}</span>;

function kinOf(label: string, id: string | null): Fact[] {
  if (!id) return [];
  const link = (
    <Link href={`?key=${id}`} className="link font-mono text-dense">
      {id}
    </Link>
  );
  return [{ label, value: link, copy: id }];
}

/** What is known of a key; the addresses of its kin are those of the list beside it. */
export function KeyFacts({ apiKey }: { apiKey: Key }) {
  const { publicKey, secretKeyLast4, ipAllowlist, revokedAt } = apiKey;
  return (
    <Facts
      facts={[
        { label: "Status", value: <KeyStatus apiKey={apiKey} /> },
        { label: "Environment", value: <EnvironmentBadge environment={apiKey.environment} /> },
        { label: "Type", value: KEY_TYPE_WORDS[apiKey.keyType] },
        { label: "Publishable key", value: mono(publicKey), copy: publicKey },
        { label: "Secret key", value: secretKeyLast4 ? mono(`…${secretKeyLast4}`) : "None: reads only" },
        { label: "Key id", value: mono(apiKey.id), copy: apiKey.id },
        { label: "Last used", value: <Time at={apiKey.lastUsedAt} never="Never used" /> },
        { label: "Created", value: <Time at={apiKey.createdAt} format="absolute" /> },
        { label: "Expires", value: <Time at={apiKey.expiresAt} format="absolute" /> },
        ...kinOf("Rotated from", apiKey.rotatedFromKeyId),
        ...kinOf("Rotated to", apiKey.rotatedToKeyId),
        ...(revokedAt ? [{ label: "Revoked", value: <Time at={revokedAt} format="absolute" /> }] : []),
        { label: "IP allow-list", value: ipAllowlist.length > 0 ? mono(ipAllowlist.join(", ")) : "Any address" },
      ]}
    />
  );
}

export function KeyScopes({ scopes }: Pick<Key, "scopes">) {
  return (
    <Section title="Scopes" description="What calls with this key may do.">
      <ul className="grid grid-cols-2 gap-x-4 gap-y-1">
        {scopes.map((scope) => (
          <li key={scope}>{mono(scope)}</li>
        ))}
      </ul>
    </Section>
  );
}

function KeyButtons({ apiKey, onChange }: { apiKey: Key; onChange: (change: KeyChange) => void }) {
  const ask = (kind: KeyChange["kind"]) => () => onChange({ kind, key: apiKey });
  return (
    <>
      <Button onClick={ask("revoke")}>Revoke key</Button>
      {apiKey.isActive ? (
        <Button onClick={ask("deactivate")}>Deactivate key</Button>
      ) : (
        <Button onClick={ask("reactivate")}>Reactivate key</Button>
      )}
      <Button onClick={ask("edit")}>Edit key</Button>
    </>
  );
}
