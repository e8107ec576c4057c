import { nextHandlers } from "@/lib/http/adapters/next";
import { adminRoutes } from "@/lib/http/routes/admin";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS, HEAD } = nextHandlers(adminRoutes);
