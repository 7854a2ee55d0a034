/** Which table of the world ran out. */
export type CalendarTable = "zone" | "holidays";

/** On which side of the table the question fell. */
export type Side = "before" | "after";

/**
 * A question about time that the reference data does not reach. The answer is then "unknown, and why", never a guess.
 * `edge` is the table's own limit on that side, as text: an instant for a zone, a day for holidays.
 */
export class BeyondCalendar extends Error {
  readonly what: CalendarTable;
  readonly id: string;
  readonly side: Side;
  readonly edge: string;

  constructor(what: CalendarTable, id: string, side: Side, edge: string) {
    const known = side === "before" ? `starts at ${edge}` : `ends at ${edge}`;
    super(
      `unknown: the ${what} table ${id} ${known} and the question lies ${side} it. ` +
        `Mend: widen the years in scripts/references.mjs and run it, which makes a new edition of the references`,
    );
    this.name = "BeyondCalendar";
    this.what = what;
    this.id = id;
    this.side = side;
    this.edge = edge;
  }
}
