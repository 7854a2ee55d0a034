type Asking = Pick<Request, "headers" | "url">;

/**
 * Whether a request comes from a page of ours, as far as its browser says: `url` is where people reach the installation; where that was not
 * configured, the page must be of the host that was asked. Programs name no origin.
 */
export function isOurs({ headers, url }: Asking, own: string | undefined): boolean {
  const said = headers.get("origin");
  if (said === null) return true;
  if (own !== undefined && said === own) return true;
  return own === undefined && URL.parse(said)?.host === URL.parse(url)?.host;
}
