const HOME = "/home";
const ORIGIN = "http://portico.invalid";
const ENTRANCES = ["/sign-in", "/sign-up", "/verify-email"];

/**
 * Where to go after signing in: the wanted address if it is a path of this site, else home. Whatever a browser could
 * read as another host (`//host`, `/\host`, line breaks, schemes) is refused, as are the entrances themselves.
 */
export function localPath(wanted: string | string[] | undefined): string {
  if (typeof wanted !== "string" || !/^\/[\x21-\x5b\x5d-\x7e]*$/.test(wanted)) return HOME;
  const url = URL.canParse(wanted, ORIGIN) ? new URL(wanted, ORIGIN) : null;
  if (url?.origin !== ORIGIN || url.pathname.startsWith("//")) return HOME;
  return ENTRANCES.includes(url.pathname) ? HOME : url.pathname + url.search + url.hash;
}
