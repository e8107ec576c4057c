import { answerDirectoryOpenApi } from "@/lib/http/reference";

export const dynamic = "force-dynamic";

export const GET = answerDirectoryOpenApi;
