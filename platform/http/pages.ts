import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { badInput } from "./problems.ts";

/** What a row is sorted by, down to what makes it unique. */
export type SortKey = readonly (string | number | null)[];

/** The query of a list. A route adds its filters with `.extend(…)`. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(1000).optional(),
});

/** The body of a page: `next` is the cursor of the page after it, absent on the last. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().optional() });
}

export interface Page<Row> {
  body: { items: Row[]; next?: string };
  /** `Link: <…>; rel="next"` (RFC 8288), unless it is the last page. */
  headers: Record<string, string>;
}

export interface Pages {
  /**
   * The sort key after which the page begins; undefined for the first page. `list` names list, tenant and filters: a cursor of another one,
   * or one that we did not write, is a 400 problem.
   */
  after(list: string, cursor: string | undefined): SortKey | undefined;
  /** Makes a page of `limit + 1` rows asked for: the one too many only tells that there are more. `url` is the request's path and query. */
  page<Row>(list: string, rows: readonly Row[], limit: number, keyOf: (row: Row) => SortKey, url: string): Page<Row>;
}

/** Keyset pages: a cursor is the last row's sort key, signed with a secret of at least 32 bytes. */
export function openPages(secret: Uint8Array): Pages {
  const sign = (list: string, key: string) => createHmac("sha256", secret).update(`${list}\0${key}`).digest().subarray(0, 16);

  return {
    after(list, cursor) {
      if (cursor === undefined) return undefined;
      const bytes = Buffer.from(cursor, "base64url");
      const key = bytes.subarray(16).toString("utf8");
      if (bytes.length < 18 || !timingSafeEqual(bytes.subarray(0, 16), sign(list, key))) throw badCursor();
      return JSON.parse(key) as SortKey;
    },
    page(list, rows, limit, keyOf, url) {
      const items = rows.slice(0, limit);
      const last = items.at(-1);
      if (rows.length <= limit || last === undefined) return { body: { items }, headers: {} };
      const key = JSON.stringify(keyOf(last));
      const next = Buffer.concat([sign(list, key), Buffer.from(key)]).toString("base64url");
      const [path, query] = url.split("?");
      const parameters = new URLSearchParams(query);
      parameters.set("cursor", next);
      return { body: { items, next }, headers: { Link: `<${path}?${parameters.toString()}>; rel="next"` } };
    },
  };
}

function badCursor() {
  return badInput([
    {
      place: "query.cursor",
      code: "bad-cursor",
      detail: {
        fr: "Ce n'est pas un curseur que cette liste a donné. Reprenez à la première page, ou gardez les mêmes filtres.",
        en: "This is no cursor that this list gave. Begin again at the first page, or keep the same filters.",
      },
    },
  ]);
}
