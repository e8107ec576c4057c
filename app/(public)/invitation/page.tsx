import type { Metadata } from "next";
import { AcceptInvitationForm } from "@/components/portal/invitation/accept-invitation-form";
import { Entrance } from "@/components/portal/sign-in/entrance";
import { Notice } from "@/components/ui/notice";
import { ServerState } from "@/lib/client/providers";

// The address holds a token: it must not travel on as a referrer.
export const metadata: Metadata = { title: "Join a team", referrer: "no-referrer" };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function InvitationPage({ searchParams }: PageProps) {
  const { token } = await searchParams;
  return (
    <Entrance title="Join a team" purpose="You were invited to a partner portal.">
      {typeof token === "string" && token !== "" ? (
        <ServerState>
          <AcceptInvitationForm token={token} />
        </ServerState>
      ) : (
        <Notice tone="warning" title="The link is incomplete">
          Copy the whole address from the mail.
        </Notice>
      )}
    </Entrance>
  );
}
