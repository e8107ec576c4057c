import { z } from "zod";
import { eventType } from "@/lib/domain/events/schemas";

export const userCreated = eventType(
  "user.created",
  "A reward recipient was created, by the API or by a first action.",
  z.object({ externalId: z.string() }),
  { externalId: "cust-314" },
);

export const userUpdated = eventType(
  "user.updated",
  "A reward recipient's name, e-mail address, status or metadata was changed by the API.",
  z.object({ externalId: z.string() }),
  { externalId: "cust-314" },
);
