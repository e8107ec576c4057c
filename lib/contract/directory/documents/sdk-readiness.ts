import { type DocumentFacts, PARTNER_PREFIX, stamp } from "@/lib/contract/directory/documents/facts";
import type { PublishStatus, SdkPublishReadiness } from "@/lib/contract/directory/documents/schemas";
import { SDK_PACKAGES, SECURITY_CONTROLS } from "@/lib/contract/directory/documents/sdk-packages";

const REGISTRIES = {
  node: {
    registry: "npm",
    requiredEnv: [
      "SDK_NPM_ORG_OWNER",
      "SDK_NPM_PUBLISH_APPROVED",
      "SDK_NPM_PROVENANCE_ENABLED",
      "SDK_NPM_2FA_CONFIRMED",
      "SDK_NPM_README_REVIEWED",
      "SDK_NPM_SMOKE_EVIDENCE_URL",
    ],
  },
  python: {
    registry: "pypi",
    requiredEnv: [
      "SDK_PYPI_PROJECT_OWNER",
      "SDK_PYPI_PUBLISH_APPROVED",
      "SDK_PYPI_TRUSTED_PUBLISHING_ENABLED",
      "SDK_PYPI_2FA_CONFIRMED",
      "SDK_PYPI_README_REVIEWED",
      "SDK_PYPI_SMOKE_EVIDENCE_URL",
    ],
  },
} as const;

/** Names of the settings that open the gates. */
export const SDK_GATES: readonly string[] = Object.values(REGISTRIES).flatMap(({ requiredEnv }) => requiredEnv);

const statusFor = (blockers: readonly string[]): PublishStatus =>
  blockers.length > 0 ? "blocked_pending_owner_approval" : "ready_for_signed_prerelease";

function isOpen(value: string | undefined): boolean {
  return value !== undefined && value !== "" && value.toLowerCase() !== "false";
}

function packageReadiness(settings: DocumentFacts["settings"]) {
  return SDK_PACKAGES.map(({ language, packageName }) => {
    const { registry, requiredEnv } = REGISTRIES[language];
    const configuredEnv = requiredEnv.filter((name) => isOpen(settings[name]));
    const blockers = requiredEnv
      .filter((name) => !isOpen(settings[name]))
      .map((name) => `${name} is not set: the gate it stands for is closed.`);
    const nextActions =
      blockers.length > 0
        ? [`Settle what stands behind each blocker, then set ${registry} gates one by one.`]
        : [`Publish a signed prerelease to ${registry}.`];
    const status = statusFor(blockers);
    return {
      language,
      packageName,
      registry,
      status,
      requiredEnv: [...requiredEnv],
      configuredEnv,
      blockers,
      nextActions,
    };
  });
}

/** Which gates before publishing are open (contract 6.4): names of settings only, never their values. */
export function sdkPublishReadiness(facts: DocumentFacts): SdkPublishReadiness {
  const packages = packageReadiness(facts.settings);
  const blockers = packages.flatMap((each) => each.blockers.map((blocker) => `${each.packageName}: ${blocker}`));
  const ready = packages.filter(({ status }) => status === "ready_for_signed_prerelease").length;
  return {
    ...stamp(facts),
    title: "SDK publish readiness",
    status: statusFor(blockers),
    packagePlanEndpoint: `GET ${PARTNER_PREFIX}/sdk-package-plan`,
    packages,
    totals: { packages: packages.length, ready, blocked: packages.length - ready },
    inheritedSecurityControls: SECURITY_CONTROLS,
    blockers,
    nextActions:
      blockers.length > 0
        ? [
            "Record the owner's approval for each closed gate.",
            "Keep the inline examples as the supported path until then.",
          ]
        : ["Publish signed prereleases of both packages.", "Link to them once their smoke evidence was reviewed."],
  };
}
