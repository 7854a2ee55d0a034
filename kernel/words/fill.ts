/**
 * Puts arguments into a sentence. `{name}` is an argument; `[…]` is left out when an argument inside it is missing or empty.
 * `say` turns an argument as the engine keeps it into words: an instant, a party, an event.
 */
export function fill(template: string, args: Readonly<Record<string, string>>, say: (name: string, value: string) => string = (_, value) => value): string {
  const put = (text: string) => text.replace(HOLE, (_, name: string) => say(name, args[name] ?? ""));
  const optional = template.replace(OPTIONAL, (_, inner: string) => ([...inner.matchAll(HOLE)].every(([, name]) => (args[name!] ?? "") !== "") ? put(inner) : ""));
  return put(optional);
}

const HOLE = /\{([a-z]+)\}/g;
const OPTIONAL = /\[([^\]]*)\]/g;
