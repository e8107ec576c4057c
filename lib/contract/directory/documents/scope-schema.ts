import { z } from "zod";
import { API_SCOPES } from "@/lib/domain/api-clients/scopes";

export const ApiScope = z.enum(API_SCOPES).meta({ id: "ApiScope" });
