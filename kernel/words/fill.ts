type Say = (name: string, value: string) => string;

/**
 * Puts arguments into a sentence. `{name}` is an argument; `[…]` is left out when an argument inside it is missing or empty.
 * `say` turns an argument as the engine keeps it into words: an instant, a party, an event.
 */
export function fill(template: string, args: Readonly<Record<string, string>>, say: Say = (_, value) => value): string {
  const put = (text: string) => text.replace(HOLE, (_, name: string) => say(name, args[name] ?? ""));
  const parts = template.split(OPTIONAL);
  return parts
    .map((part, index) => (index % 2 === 0 || holesOf(part).every((name) => (args[name] ?? "") !== "") ? put(part) : ""))
    .join("");
}

export function holesOf(template: string): string[] {
  return [...template.matchAll(HOLE)].map(([, name]) => name!);
}

const HOLE = /\{([a-z]+)\}/g;
const OPTIONAL = /\[([^\]]*)\]/;
