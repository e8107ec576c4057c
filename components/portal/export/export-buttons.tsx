import { Download } from "lucide-react";
import { FILE_FORMATS, type FileFormat } from "@/components/portal/export/save-with-manifest";
import { Button } from "@/components/ui/button";

export type ExportButtonsProps = { isReady: boolean; isRunning?: boolean; onExport: (format: FileFormat) => void };

/** The forms of a file that comes with its manifest. */
export function ExportButtons({ isReady, isRunning, onExport }: ExportButtonsProps) {
  return FILE_FORMATS.map((format) => (
    <Button
      key={format}
      icon={<Download aria-hidden="true" />}
      disabled={!isReady}
      loading={isRunning}
      onClick={() => onExport(format)}
    >
      Export {format.toUpperCase()}
    </Button>
  ));
}
