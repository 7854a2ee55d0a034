import { expect, test } from "vitest";
import { preferredLanguage } from "./language.ts";

test.each([
  [undefined, "en"],
  ["fr", "fr"],
  ["fr-CA,en;q=0.8", "fr"],
  ["de,fr;q=0.4,en;q=0.7", "en"],
  ["en;q=0,fr;q=0.1", "fr"],
  ["*", "en"],
  ["français", "en"],
  ["fr;q=lots", "en"],
])("Accept-Language: %s is answered in %s", (header, language) => expect(preferredLanguage(header)).toBe(language));
