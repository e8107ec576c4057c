import { NODE_RECEIVER, PYTHON_RECEIVER, sdkReceiver } from "@/components/portal/webhooks/verification-samples";
import type { CodeSample } from "@/components/ui/code-tabs";
import { highlight } from "@/components/ui/highlight";

/** The receivers with their colours, for pages to hand down: colouring is done on the server. */
export async function renderSamples(baseUrl: string): Promise<CodeSample[]> {
  const sdk = sdkReceiver(baseUrl);
  return [
    { label: "Node.js", code: NODE_RECEIVER, rendered: await highlight(NODE_RECEIVER, "javascript") },
    { label: "Python", code: PYTHON_RECEIVER, rendered: await highlight(PYTHON_RECEIVER, "python") },
    { label: "Node.js SDK", code: sdk, rendered: await highlight(sdk, "javascript") },
  ];
}
