import type { Metadata } from "next";
import { DevelopersArticle } from "@/components/public/developers/developers-article";
import { developerDocs } from "@/lib/contract/directory/documents/developer-docs";
import { documentFacts } from "@/lib/http/documents/document-facts";

export const metadata: Metadata = {
  title: "Partner developer platform",
  description: "Scoped keys, governed inventory, usage evidence and signed webhooks of the directory API.",
};

// The base URL is a setting of the running server.
export const dynamic = "force-dynamic";

export default function DevelopersPage() {
  return <DevelopersArticle docs={developerDocs(documentFacts(new Date()))} />;
}
