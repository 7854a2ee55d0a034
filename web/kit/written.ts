import "./written.css";

/**
 * What the server wrote into the page before any script ran. Read while the lists are being loaded: the first thing that React does is
 * to empty the place.
 */
export const written: { readonly path: string; readonly html: string } | undefined = read();

function read(): { path: string; html: string } | undefined {
  const place = document.getElementById("written");
  return place ? { path: location.pathname, html: place.innerHTML } : undefined;
}
