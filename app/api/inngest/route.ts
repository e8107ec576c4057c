import { serveJobs } from "@/inngest/serve-jobs";

export const dynamic = "force-dynamic";

export const GET = serveJobs("GET");
export const POST = serveJobs("POST");
export const PUT = serveJobs("PUT");
