// Compiles the zone and holiday tables of references/ from temporal-polyfill (over the runtime's own tz data) and
// date-holidays, so that nothing asks either while the product runs. `node scripts/references.mjs` writes both files;
// the rates beside them are kept by hand.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import process from "node:process";
import { Temporal } from "temporal-polyfill";

const require = createRequire(import.meta.url);
const DateHolidays = require("date-holidays");

const ZONES = { from: "2000-01-01T00:00Z", until: "2050-01-01T00:00Z" };
const HOLIDAYS = { firstYear: 2006, lastYear: 2031 };

const ZONE_NAMES = [
  "UTC",
  // Capitals of the European Union
  "Europe/Vienna",
  "Europe/Brussels",
  "Europe/Sofia",
  "Europe/Zagreb",
  "Asia/Nicosia",
  "Europe/Prague",
  "Europe/Copenhagen",
  "Europe/Tallinn",
  "Europe/Helsinki",
  "Europe/Paris",
  "Europe/Berlin",
  "Europe/Athens",
  "Europe/Budapest",
  "Europe/Dublin",
  "Europe/Rome",
  "Europe/Riga",
  "Europe/Vilnius",
  "Europe/Luxembourg",
  "Europe/Malta",
  "Europe/Amsterdam",
  "Europe/Warsaw",
  "Europe/Lisbon",
  "Europe/Bucharest",
  "Europe/Bratislava",
  "Europe/Ljubljana",
  "Europe/Madrid",
  "Europe/Stockholm",
  // Neighbours
  "Europe/London",
  "Europe/Zurich",
  // France overseas
  "America/Guadeloupe",
  "America/Martinique",
  "America/Cayenne",
  "America/St_Barthelemy",
  "America/Marigot",
  "America/Miquelon",
  "Indian/Reunion",
  "Indian/Mayotte",
  "Indian/Kerguelen",
  "Pacific/Noumea",
  "Pacific/Wallis",
  "Pacific/Tahiti",
  "Pacific/Marquesas",
  "Pacific/Gambier",
  // Elsewhere
  "America/New_York",
  "America/Los_Angeles",
  "Asia/Tokyo",
];

/** Abolition of slavery, a public holiday in each (decree 83-1003, as amended by decree 2012-553; article L. 3422-2 of the labour code). */
const ABOLITION = {
  "FR-guadeloupe": () => "05-27",
  "FR-guyane": () => "06-10",
  "FR-martinique": () => "05-22",
  "FR-mayotte": () => "04-27",
  "FR-reunion": () => "12-20",
  // No date of their own before decree 2012-553. Saint-Martin keeps 28 May since the circular of 4 May 2018.
  "FR-saint-barthelemy": (year) => (year < 2012 ? undefined : "10-09"),
  "FR-saint-martin": (year) => (year < 2012 ? undefined : year < 2018 ? "05-27" : "05-28"),
};

writeFileSync(new URL("../references/zones.json", import.meta.url), zonesFile());
writeFileSync(new URL("../references/holidays-fr.json", import.meta.url), holidaysFile());

function zonesFile() {
  const tables = new Map();
  for (const name of ZONE_NAMES) {
    const key = JSON.stringify(offsetsOf(name));
    tables.set(key, [...(tables.get(key) ?? []), name]);
  }
  const rows = [...tables].map(([key, names]) => {
    const offsets = JSON.parse(key).map((row) => JSON.stringify(row));
    return `    {\n      "zones": ${JSON.stringify(names)},\n      "offsets": [\n${wrap(offsets, 8, 4)}\n      ]\n    }`;
  });
  const head = {
    edition: `tz ${process.versions.tz}`,
    source: `IANA time zone database ${process.versions.tz}, through ICU ${process.versions.icu}`,
    reads: "each row: from when, minutes ahead of UTC",
    ...ZONES,
  };
  return withHead(head, `"tables": [\n${rows.join(",\n")}\n  ]`);
}

/** Rows of (instant, minutes ahead of UTC): the first at the table's start, then one per transition. */
function offsetsOf(name) {
  const until = Temporal.Instant.from(ZONES.until);
  let at = Temporal.Instant.from(ZONES.from).toZonedDateTimeISO(name);
  const rows = [];
  while (at !== null && Temporal.Instant.compare(at.toInstant(), until) < 0) {
    const minutes = at.offsetNanoseconds / 60e9;
    // Some transitions only change a name or the summer-time flag.
    if (rows.at(-1)?.[1] !== minutes) rows.push([at.toInstant().toString({ smallestUnit: "minute" }), minutes]);
    at = at.getTimeZoneTransition("next");
  }
  return rows;
}

function holidaysFile() {
  const national = publicHolidays(new DateHolidays("FR"));
  const moselle = publicHolidays(new DateHolidays("FR", "57"));
  const sets = {
    FR: { days: national },
    "FR-alsace-moselle": { and: "FR", days: moselle.filter((day) => !national.includes(day)) },
  };
  for (const [id, dateIn] of Object.entries(ABOLITION)) {
    const years = holidayYears().filter((year) => dateIn(year) !== undefined);
    const from = years[0] === HOLIDAYS.firstYear ? {} : { from: `${years[0]}-01-01` };
    sets[id] = { and: "FR", ...from, days: years.map((year) => `${year}-${dateIn(year)}`) };
  }
  const rows = Object.entries(sets).map(([id, { days, ...rest }]) => {
    const head = JSON.stringify(rest).slice(1, -1);
    return `    ${JSON.stringify(id)}: {${head === "" ? "" : ` ${head},`} "days": [\n${wrap(
      days.map((day) => JSON.stringify(day)),
      6,
      11,
    )}\n    ] }`;
  });
  const version = require("date-holidays/package.json").version;
  const head = {
    edition: `holidays-fr ${HOLIDAYS.firstYear}-${HOLIDAYS.lastYear}`,
    source: `Labour code, articles L. 3133-1, L. 3134-13 and L. 3422-2; computed by date-holidays ${version}, public holidays only`,
    reads: 'a set holds its days and those of the set named by "and"; from and until are its first and last day',
    from: `${HOLIDAYS.firstYear}-01-01`,
    until: `${HOLIDAYS.lastYear}-12-31`,
  };
  return withHead(head, `"sets": {\n${rows.join(",\n")}\n  }`);
}

function publicHolidays(calendar) {
  const days = holidayYears().flatMap((year) => calendar.getHolidays(year).filter(({ type }) => type === "public"));
  return [...new Set(days.map(({ date }) => date.slice(0, 10)))].sort();
}

function holidayYears() {
  return Array.from({ length: HOLIDAYS.lastYear - HOLIDAYS.firstYear + 1 }, (_, index) => HOLIDAYS.firstYear + index);
}

function withHead(head, body) {
  const lines = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  return `{\n${lines.join("")}  ${body}\n}\n`;
}

function wrap(items, indent, perLine) {
  const lines = [];
  for (let at = 0; at < items.length; at += perLine) lines.push(" ".repeat(indent) + items.slice(at, at + perLine).join(", "));
  return lines.join(",\n");
}
