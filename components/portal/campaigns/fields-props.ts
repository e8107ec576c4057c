import type { CampaignForm, FieldErrors } from "@/components/portal/campaigns/campaign-form";

/** What each group of a campaign's fields is given. */
export type FieldsProps = {
  form: CampaignForm;
  errors: FieldErrors;
  /** Only names, end and budget are open then. */
  isRunning: boolean;
  onChange: (part: Partial<CampaignForm>) => void;
};
