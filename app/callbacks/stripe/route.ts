import { answerCallback } from "@/lib/http/callbacks";

export const dynamic = "force-dynamic";

export const POST = (request: Request) => answerCallback(request, "stripe");
