import { connection } from "@/lib/domain/connection";
import { admitByAdminToken } from "@/lib/http/authenticate/admin-token";
import { admitAnonymous } from "@/lib/http/authenticate/anonymous";
import { givingSurface } from "@/lib/http/giving-surface";
import type { Surface } from "@/lib/http/surface";

/** The admin API: administrators' tokens; envelope, codes and headers of the giving API. */
export const adminSurface: Surface = {
  ...givingSurface,
  name: "admin",
  admit: async (exchange) =>
    exchange.endpoint!.auth === "none" ? admitAnonymous(exchange) : admitByAdminToken(exchange, connection()),
};
