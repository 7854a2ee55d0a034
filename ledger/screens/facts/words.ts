import { fieldWords, valueWords } from "#kernel/words/fields.ts";
import { formWords, partyWords } from "#kernel/words/states.ts";
import type { Words } from "#web/kit/words/language.tsx";

export function fieldSaid(field: string): Words {
  return fieldWords[field] ?? plain(field);
}

export function partySaid(party: string): Words {
  return partyWords[party] ?? plain(party);
}

export function valueSaid(value: string): Words {
  if (value === "online") return { fr: "en ligne", en: "online" };
  return partyWords[value] ?? valueWords[value] ?? formWords[value] ?? { fr: value, en: value };
}

function plain(text: string): Words {
  const words = text.replaceAll("-", " ");
  return { fr: words, en: words };
}
