import { nextHandlers } from "@/lib/http/adapters/next";
import { adminRoutes } from "@/lib/http/routes/admin";

// Nothing here is rendered ahead, so Next need not watch what a request is asked.
export const dynamic = "force-dynamic";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS, HEAD } = nextHandlers(adminRoutes);
