/** A value of `format` that is known: what it says, and where the function that checks it stands. */
export interface Format {
  readonly name: string;
  /** The type whose values it speaks about; values of other types satisfy every format. */
  readonly appliesTo: "string" | "number";
  /** The module below `templates/`, without its ending. */
  readonly module: string;
  /** What that module exports. */
  readonly export: string;
  /** False for a format that only annotates: its function holds for every value. */
  readonly asserts: boolean;
  /** A sentence for the documentation, with the section of the standard. */
  readonly description: string;
  /** What a value has to be, in words of people who fill in forms: it stands after "must be" in messages. */
  readonly phrase: string;
  /** The exported function, made to hold for values of other types. */
  readonly check: (value: unknown) => boolean;
}

/** A format without what follows from its name. */
export type FormatEntry = Omit<Format, "name" | "module" | "export">;

/** A format of strings. */
export const ofString = (is: (value: string) => boolean, phrase: string, description: string): FormatEntry => ({
  appliesTo: "string",
  asserts: true,
  phrase,
  description,
  check: (value) => typeof value !== "string" || is(value),
});

/** A format of numbers. */
export const ofNumber = (is: (value: number) => boolean, phrase: string, description: string): FormatEntry => ({
  appliesTo: "number",
  asserts: true,
  phrase,
  description,
  check: (value) => typeof value !== "number" || is(value),
});

/** The same format as a mere annotation. */
export const annotating = (entry: FormatEntry): FormatEntry => ({ ...entry, asserts: false });

/** checkName("date-time") ~> "isDateTime" */
const checkName = (name: string): string =>
  `is${name
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")}`;

/** The entries with their names; without a prototype, so that no name but theirs is found in it. */
export const defineFormats = <Name extends string>(
  entries: Readonly<Record<Name, FormatEntry>>,
): Readonly<Record<Name, Format>> =>
  Object.freeze(
    Object.assign(
      Object.create(null) as object,
      Object.fromEntries(
        Object.entries<FormatEntry>(entries).map(([name, entry]) => [
          name,
          { name, module: `formats/${name}`, export: checkName(name), ...entry },
        ]),
      ) as Record<Name, Format>,
    ),
  );
