import { answerGivingForm } from "@/lib/http/giving-page";

type Context = { params: Promise<{ partnerSlug: string; nonprofitSlug: string }> };

export const dynamic = "force-dynamic";

/** Where the hosted page's form goes. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const isSandbox = new URL(request.url).searchParams.get("environment") === "sandbox";
  return answerGivingForm(request, { ...(await params), ...(isSandbox && { environment: "sandbox" }) });
}
