import { ClaimStatusMark } from "@/components/admin/claims/claim-marks";
import { METHOD_WORDS } from "@/components/admin/claims/claim-words";
import { Badge } from "@/components/ui/badge";
import { dataColumns } from "@/components/ui/data-table-columns";
import { Time } from "@/components/ui/time";
import type { ReviewedClaim } from "@/lib/domain/directory/claims/schemas";

const column = dataColumns<ReviewedClaim>();

export const claimColumns = [
  column.accessor("providerName", { header: "Provider", meta: { phone: "title" } }),
  column.accessor("claimantEmail", { header: "Claimant", meta: { width: "md:w-48", phone: "meta" } }),
  column.accessor("sandbox", {
    header: "Mode",
    meta: { width: "md:w-24", phone: "meta" },
    cell: (cell) => (cell.getValue() ? <Badge tone="sandbox">Sandbox</Badge> : <Badge>Live</Badge>),
  }),
  column.accessor("verificationMethod", {
    header: "Method",
    meta: { width: "md:w-36", phone: "hidden" },
    cell: (cell) => {
      const method = cell.row.original.verificationMethod;
      return method ? METHOD_WORDS[method] : "–";
    },
  }),
  column.accessor((claim) => claim.attempts.filter(({ status }) => status === "passed").length, {
    id: "evidence",
    header: "Evidence",
    meta: { width: "md:w-24", phone: "hidden" },
    cell: (cell) => (cell.getValue() > 0 ? "Received" : <span className="text-content-muted">None</span>),
  }),
  column.accessor("status", {
    header: "Status",
    meta: { width: "md:w-44", phone: "aside" },
    cell: (cell) => <ClaimStatusMark status={cell.getValue()} />,
  }),
  column.accessor("createdAt", {
    header: "Submitted",
    meta: { align: "right", width: "md:w-24", phone: "meta" },
    cell: (cell) => <Time at={cell.getValue()} />,
  }),
];
