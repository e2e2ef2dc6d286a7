import { describe, expect, test } from "vitest";

import { descriptionOf, isArray, placeOf, stringIn, textOf, walk } from "./description.js";
import type { Json } from "./description.js";

interface Row {
  readonly places: readonly string[];
  readonly mark: string;
}

const markOf = (note: Json): string =>
  typeof note === "string" ? note.slice(0, note.indexOf(":")) : stringIn(note, "mark");

/** The notes of a description, as `place mark`. */
function notesOf(file: string): readonly string[] {
  const description = descriptionOf(`spec/${file}`);
  return [...walk(description)]
    .filter(({ keys }) => keys.at(-1) === "x-provenance")
    .flatMap(({ keys, value }) =>
      (isArray(value) ? value : [value]).map((note) => `${placeOf(description, keys.slice(0, -1))} ${markOf(note)}`),
    );
}

/** The rows of the table under the heading of that file; every cell must hold something. */
function rowsOf(file: string): readonly Row[] {
  const section = textOf("spec/README.md").split(`## ${file}\n`)[1]?.split("\n## ")[0] ?? "";
  const lines = section.split("\n").filter((line) => line.startsWith("| `"));
  return lines.map((line) => {
    const cells = line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    expect(cells, line).toHaveLength(5);
    expect(cells, line).not.toContain("");
    return {
      places: [...(cells[0] ?? "").matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ""),
      mark: cells[1] ?? "",
    };
  });
}

const matches = (pattern: string, place: string): boolean =>
  new RegExp(
    `^${pattern
      .split("*")
      .map((part) => part.replace(/[.\\+?^${}()|[\]]/g, "\\$&"))
      .join(".*")}$`,
  ).test(place);

describe.each(["pigello-accounts.yaml", "taxfiling-accounts.yaml"])("the table of %s", (file) => {
  const notes = notesOf(file);
  const listed = rowsOf(file).flatMap(({ places, mark }) => places.map((place) => `${place} ${mark}`));

  test("lists every note of the description", () => {
    expect(notes.length).toBeGreaterThan(0);
    expect(notes.filter((note) => !listed.some((pattern) => matches(pattern, note)))).toEqual([]);
  });

  test("lists nothing else", () => {
    expect(listed.filter((pattern) => !notes.some((note) => matches(pattern, note)))).toEqual([]);
  });

  test("has as many rows for a place as the place has notes", () => {
    const count = (note: string): number => listed.filter((pattern) => matches(pattern, note)).length;
    for (const note of notes)
      expect({ note, rows: count(note) }).toEqual({ note, rows: notes.filter((each) => each === note).length });
  });
});
