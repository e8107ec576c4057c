import type { Metadata } from "next";
import { ErrorIndex } from "@/components/public/error-index";

export const metadata: Metadata = {
  title: "Error codes",
  description: "Every code an answer can carry: what it means and how to put it right.",
};

export default function ErrorsPage() {
  return <ErrorIndex />;
}
