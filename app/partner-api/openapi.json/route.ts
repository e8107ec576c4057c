import { answerOpenApi } from "@/lib/http/reference";

export const dynamic = "force-dynamic";

export const GET = answerOpenApi;
