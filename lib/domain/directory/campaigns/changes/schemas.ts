import { z } from "zod";
import { isPersonal, RULE_LENGTH_MAX } from "@/lib/domain/directory/campaigns/schemas";
import {
  CAMPAIGN_METRIC_KEYS,
  CAMPAIGN_TYPES,
  LIST_RULES,
  MARKETING_CAMPAIGN_STATUSES,
  NUMBER_RULES,
  TEXT_RULES,
} from "@/lib/domain/directory/campaigns/statuses";
import { line, prose, Reason, recordChange, statusAmong } from "@/lib/domain/directory/content/schemas";
import { IsoTimeInput } from "@/lib/domain/shared/schemas";

const CHANNELS_MAX = 20;
const RULE_VALUES_MAX = 50;

const rule = line(RULE_LENGTH_MAX).refine(
  (text) => !isPersonal(text),
  "must not hold an address or a telephone number",
);
const rulesOf = <N extends string, R extends z.ZodType>(names: readonly N[], value: R) =>
  // Each name became a field of this one kind.
  Object.fromEntries(names.map((name) => [name, value.optional()])) as Record<N, z.ZodOptional<R>>;

/** Whom a campaign is for: rules by their names, in which nobody can be recognised (contract 5.22). */
const Audience = z.strictObject(
  {
    ...rulesOf(TEXT_RULES, rule),
    ...rulesOf(NUMBER_RULES, z.number().min(0).max(100_000)),
    ...rulesOf(LIST_RULES, z.array(rule).max(RULE_VALUES_MAX)),
  },
  { error: ({ code, keys }) => (code === "unrecognized_keys" ? `has no rule ${keys?.join(", ")}` : undefined) },
);

const CampaignFields = z.object({
  name: line(200, { title: "Name" }),
  campaignType: z.enum(CAMPAIGN_TYPES, `must be one of ${CAMPAIGN_TYPES.join(", ")}`).meta({ title: "Type" }),
  objective: prose.meta({ title: "Objective" }).optional(),
  channels: z
    .array(line(100))
    .max(CHANNELS_MAX)
    .meta({ title: "Channels", description: "Such as email or social." })
    .default([]),
  audience: Audience.meta({ title: "Audience", description: "Whom it is for, by rules that name nobody." }).default({}),
  startsAt: IsoTimeInput.meta({ title: "Starts" }).optional(),
  endsAt: IsoTimeInput.meta({ title: "Ends" }).optional(),
  providerId: line(200, { title: "Provider ID", description: "Of the provider it is for." }).optional(),
});

export const CreateCampaign = CampaignFields.extend({
  status: statusAmong(["draft", "pending_approval", "approved", "published"]).default("draft"),
  reason: Reason,
});
export type CreateCampaign = z.output<typeof CreateCampaign>;

export const ChangeCampaign = recordChange(CampaignFields, MARKETING_CAMPAIGN_STATUSES);
export type ChangeCampaign = z.output<typeof ChangeCampaign>;

export const CreateMetric = z.object({
  metricKey: z.enum(CAMPAIGN_METRIC_KEYS, `must be one of ${CAMPAIGN_METRIC_KEYS.join(", ")}`),
  metricValue: z.int().min(0).max(1_000_000_000),
  reason: Reason,
});
export type CreateMetric = z.output<typeof CreateMetric>;
