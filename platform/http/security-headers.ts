/** What every answer says unless it says otherwise: an interface for programs is never framed, sniffed, cached or run. */
const defaults: Readonly<Record<string, string>> = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

/** Two years, as browsers' preload lists ask. Only where the installation is reached over TLS. */
const hsts = "max-age=63072000; includeSubDomains";

export function secureHeaders(headers: Headers, overTls: boolean): void {
  for (const [name, value] of Object.entries(defaults)) if (!headers.has(name)) headers.set(name, value);
  if (overTls) headers.set("Strict-Transport-Security", hsts);
}
