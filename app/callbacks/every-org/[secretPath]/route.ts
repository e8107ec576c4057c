import { answerCallback } from "@/lib/http/callbacks";

type Context = { params: Promise<{ secretPath: string }> };

export const dynamic = "force-dynamic";

export const POST = async (request: Request, { params }: Context) =>
  answerCallback(request, "every.org", (await params).secretPath);
