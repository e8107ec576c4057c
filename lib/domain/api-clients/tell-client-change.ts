import { changeListener } from "@/lib/platform/change-listener";

/** Makes every process forget what it knows of a client or key (`api-client:…`, `api-key:…`). */
export async function tellClientChange(tag: string): Promise<void> {
  changeListener().emit(tag);
  await changeListener().settle();
}
