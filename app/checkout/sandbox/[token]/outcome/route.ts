import { answerCheckout } from "@/lib/http/checkout";

type Context = { params: Promise<{ token: string }> };

export const dynamic = "force-dynamic";

/** Posts to the checkout's page arrive here: Next lets no page answer them (see next.config.ts). */
export const POST = async (request: Request, { params }: Context) => answerCheckout(request, (await params).token);
