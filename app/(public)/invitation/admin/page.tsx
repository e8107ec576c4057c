import type { Metadata } from "next";
import { AcceptAdminInvitationForm } from "@/components/admin/account/accept-admin-invitation-form";
import { Entrance } from "@/components/portal/sign-in/entrance";
import { Notice } from "@/components/ui/notice";
import { ServerState } from "@/lib/client/providers";

// The address holds a token: it must not travel on as a referrer.
export const metadata: Metadata = { title: "Join the platform's team", referrer: "no-referrer" };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AdminInvitationPage({ searchParams }: PageProps) {
  const { token } = await searchParams;
  return (
    <Entrance title="Join the platform's team" purpose="You were invited to run this installation.">
      {typeof token === "string" && token !== "" ? (
        <ServerState>
          <AcceptAdminInvitationForm token={token} />
        </ServerState>
      ) : (
        <Notice tone="warning" title="The link is incomplete">
          Copy the whole address from the mail.
        </Notice>
      )}
    </Entrance>
  );
}
