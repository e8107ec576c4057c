import { Status } from "./status";

export type HttpStatusProps = { code: number };

export function HttpStatus({ code }: HttpStatusProps) {
  const tone = code >= 500 ? "danger" : code >= 400 ? "warning" : "success";
  return (
    <Status tone={tone} className="font-mono">
      {code}
    </Status>
  );
}
