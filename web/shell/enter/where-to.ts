/** Where to go after entering: what was asked for, if it is a path of ours, else the start. */
export function whereTo(asked: string | null, origin: string): string {
  if (asked === null || !asked.startsWith("/")) return "/";
  const url = URL.parse(asked, origin);
  if (url === null || url.origin !== origin || url.pathname === "/enter") return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}
