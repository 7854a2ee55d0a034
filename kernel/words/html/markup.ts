const special: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\u00A0": "&nbsp;" };

/** Text as it may stand between tags, in the form that a browser gives back: what was sent can be told from what was changed. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>\u00A0]/g, (sign) => special[sign]!);
}

type Attributes = Readonly<Record<string, string | undefined>>;

/** An element around HTML that is ready. Attributes are text; one that is undefined is left out. */
export function element(name: string, attributes: Attributes, inner: string): string {
  const said = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${quoted(value)}"`]));
  return `<${name}${said.join("")}>${inner}</${name}>`;
}

function quoted(text: string): string {
  return text.replaceAll(/[&<>"\u00A0]/g, (sign) => special[sign]!);
}
