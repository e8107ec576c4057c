import { answerSdkPackage } from "@/lib/http/sdk-package";

export const dynamic = "force-dynamic";

export const GET = answerSdkPackage;
