/** The reference renderer, which its own script puts on the window. */
type Renderer = { createApiReference: (element: HTMLElement, configuration: object) => { destroy: () => void } };

export type Reference = { wearTheme: (theme: string | undefined) => void; destroy: () => void };

type Loaded = { renderer: Renderer; styles: HTMLStyleElement[] };

const SCRIPT = "/partner-api/scalar.js";

let loading: Promise<Loaded> | null = null;

const stylesOfPage = () => [...document.head.querySelectorAll("style")];

function load(): Promise<Loaded> {
  const before = stylesOfPage();
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = SCRIPT;
    script.onload = () => {
      const renderer = (window as unknown as { Scalar?: Renderer }).Scalar;
      if (!renderer) return reject(new Error(`${SCRIPT} holds no renderer.`));
      resolve({ renderer, styles: stylesOfPage().filter((style) => !before.includes(style)) });
    };
    script.onerror = () => {
      script.remove();
      reject(new Error(`${SCRIPT} could not be loaded.`));
    };
    document.head.append(script);
  });
}

/**
 * Mounts the reference, unless its place is gone by the time the script is there. Its styles belong to the whole page,
 * so they are switched off again when it goes.
 */
export async function mountReference(
  element: HTMLElement,
  configuration: object,
  signal: AbortSignal,
): Promise<Reference | null> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  const { renderer, styles } = await loading;
  if (signal.aborted) return null;
  const wear = (media: string) => {
    for (const style of styles) style.media = media;
  };
  wear("all");
  const mounted = renderer.createApiReference(element, configuration);
  return {
    // The renderer reads its setting once; these two classes are all that it comes to.
    wearTheme(theme) {
      document.body.classList.toggle("dark-mode", theme === "dark");
      document.body.classList.toggle("light-mode", theme !== "dark");
    },
    destroy() {
      mounted.destroy();
      wear("not all");
      document.body.classList.remove("light-mode", "dark-mode");
    },
  };
}

// The renderer's names for our tokens, which hold both themes.
const CUSTOM_CSS = `
.light-mode, .dark-mode, .scalar-app {
  --scalar-font: var(--font-geist-sans), ui-sans-serif, system-ui, sans-serif;
  --scalar-font-code: var(--font-geist-mono), ui-monospace, monospace;
  --scalar-background-1: var(--bg-canvas);
  --scalar-background-2: var(--bg-subtle);
  --scalar-background-3: var(--bg-muted);
  --scalar-background-accent: var(--bg-accent-subtle);
  --scalar-color-1: var(--content);
  --scalar-color-2: var(--content-muted);
  --scalar-color-3: var(--content-subtle);
  --scalar-color-accent: var(--content-accent);
  --scalar-link-color: var(--content-accent);
  --scalar-link-color-hover: var(--content-accent);
  --scalar-border-color: var(--border-default);
  --scalar-button-1: var(--bg-accent);
  --scalar-button-1-color: var(--content-on-fill);
  --scalar-button-1-hover: var(--primary-hover);
  --scalar-color-green: var(--content-success);
  --scalar-color-red: var(--content-danger);
  --scalar-color-yellow: var(--content-warning);
  --scalar-color-orange: var(--content-warning);
  --scalar-color-blue: var(--content-accent);
  --scalar-color-purple: var(--content-sandbox);
  --scalar-radius: 6px;
  --scalar-radius-lg: 8px;
  --scalar-radius-xl: 12px;
  --scalar-sidebar-background-1: var(--bg-canvas);
  --scalar-sidebar-color-1: var(--content);
  --scalar-sidebar-color-2: var(--content-muted);
  --scalar-sidebar-color-active: var(--content);
  --scalar-sidebar-item-hover-background: var(--bg-muted);
  --scalar-sidebar-item-active-background: var(--bg-selected);
  --scalar-sidebar-border-color: var(--border-default);
  --scalar-sidebar-search-background: var(--bg-control);
  --scalar-sidebar-search-border-color: var(--border-control);
  --scalar-sidebar-search-color: var(--content-muted);
}
:root { --scalar-custom-header-height: 49px; }
`;

/** How the reference looks and behaves here. Nothing in it may reach another host. */
export function referenceConfiguration(theme: string | undefined, origin: string) {
  return {
    url: "/partner-api/openapi.json",
    // Trying things out goes to the host that showed the page, whatever the document calls itself.
    servers: [{ url: origin, description: "This installation: the key or the header picks the environment." }],
    authentication: { preferredSecurityScheme: "userToken" },
    forceDarkModeState: theme === "dark" ? "dark" : "light",
    hideDarkModeToggle: true,
    customCss: CUSTOM_CSS,
    withDefaultFonts: false,
    telemetry: false,
    agent: { disabled: true },
    proxyUrl: "",
    hideClientButton: true,
    showDeveloperTools: "never",
    persistAuth: false,
    documentDownloadType: "json",
    defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
  };
}
