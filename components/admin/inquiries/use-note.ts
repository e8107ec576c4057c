"use client";

import { useState } from "react";
import { issueSentence } from "@/components/portal/forms/contract-resolver";
import { RejectInquiry } from "@/lib/domain/giving/inquiries/schemas";

/** What the applicant is told with a refusal. */
export function useNote() {
  const [value, setValue] = useState("");
  const [wrong, setWrong] = useState<string>();
  const read = () => {
    const given = RejectInquiry.shape.note.safeParse(value.trim(), { error: issueSentence, reportInput: true });
    setWrong(given.error?.issues[0]?.message);
    return given.data;
  };
  return { value, wrong, setValue, read };
}
