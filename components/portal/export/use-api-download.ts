import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { saveFile } from "@/components/portal/export/save-file";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { type ApiError, callForFile } from "@/lib/client/call";
import type { CallOf, Endpoint } from "@/lib/contract/endpoint";

/** Saves what an endpoint answers as it came, for files that the API itself writes. `fallback` names one without a name. */
export function useApiDownload<E extends Endpoint>(declared: E) {
  return useMutation<void, ApiError, { input: CallOf<E>; fallback: string }>({
    mutationFn: async ({ input, fallback }) => {
      const { name, type, text } = await callForFile(declared, input);
      saveFile(name ?? fallback, text, type);
    },
    onError: (error) => toast.error("The file could not be written", { description: problemSentence(error) }),
  });
}
