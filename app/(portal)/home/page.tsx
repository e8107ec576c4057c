import type { Metadata } from "next";
import { Home } from "@/components/portal/home/home";
import { PageBody } from "@/components/ui/page-body";
import { requireSession } from "@/lib/auth/guards";

export const metadata: Metadata = { title: "Home" };

export default async function HomePage() {
  await requireSession();
  return (
    <PageBody>
      <Home />
    </PageBody>
  );
}
