import type { Metadata } from "next";
import { ApiReference } from "@/components/public/api-reference";
import { EndpointList } from "@/components/public/endpoint-list";
import { ReferenceHeader } from "@/components/public/reference-header";

export const metadata: Metadata = {
  title: "API reference",
  description: "Every endpoint, error code and webhook of the partner API.",
};

export default function ReferencePage() {
  return (
    <>
      <ReferenceHeader />
      <div id="content">
        <ApiReference />
        <noscript>
          <style>{"[data-needs-script] { display: none }"}</style>
          <EndpointList />
        </noscript>
      </div>
    </>
  );
}
