import { answerWidgetScript } from "@/lib/http/widget";

export const dynamic = "force-dynamic";

export const GET = answerWidgetScript;
