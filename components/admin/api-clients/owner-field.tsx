"use client";

import { useState } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { usePartnerChoices } from "@/components/admin/api-clients/use-owner-names";
import { Field } from "@/components/ui/field";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";

/** A partner of this installation, or none; a search appears where there are more than one list holds. */
export function OwnerField({ ownerId }: { ownerId: UseFormRegisterReturn }) {
  const [search, setSearch] = useState("");
  const partners = usePartnerChoices(search).data;
  const isCut = partners !== undefined && partners.pagination.total > partners.data.length;
  const options = (partners?.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {(isCut || search !== "") && (
        <SearchInput label="Find partner" value={search} onValueChange={(typed) => setSearch(typed.trim())} />
      )}
      <Field label="Owner" hint="A partner's client is served while that partner is active.">
        <Select options={[{ value: "", label: "No partner: the platform's own" }, ...options]} {...ownerId} />
      </Field>
    </>
  );
}
