import { changeListener } from "@/lib/platform/change-listener";

/** Makes every process forget what it knows of these keys; when it returns, none serves them by what they were. */
export async function tellKeyChange(...ids: string[]): Promise<void> {
  for (const id of ids) changeListener().emit(`key:${id}`);
  await changeListener().settle();
}
