import { child, type Pointer, tokens } from "../pointer.js";
import { isSourceObject, type SourceObject, type SourceValue } from "../value.js";
import type { Found } from "./find-target.js";

/** Hands out places in `components` to what comes from other files. */
export interface Places {
  /** Gives a target the place of the component that refers to it, so that it keeps the name it has in the entry. */
  readonly claim: (target: Found, section: string, name: string) => void;
  readonly reserve: (section: string, name: string) => void;
  readonly claimed: (target: Found, section: string) => Pointer | undefined;
  /** The place of a target; a new one is named after the target. */
  readonly of: (target: Found, section: string) => { readonly pointer: Pointer; readonly isNew: boolean };
  readonly fill: (pointer: Pointer, value: SourceValue) => void;
  /** The document with all that was placed. */
  readonly addTo: (document: SourceObject) => SourceObject;
}

const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");

/** Names in `components` are restricted (OpenAPI 3.1 §4.8.7). */
const nameOf = ({ file, pointer }: Found): string =>
  (tokens(pointer).at(-1) ?? baseName(file.file.path)).replaceAll(/[^A-Za-z0-9._-]+/g, "_").replace(/^_*$/, "External");

const keyOf = ({ file, pointer }: Found, section: string): string => JSON.stringify([file.file.path, pointer, section]);

const withSections = (
  document: SourceObject,
  sections: ReadonlyMap<string, ReadonlyMap<string, SourceValue>>,
): SourceObject => {
  const written = document.get("components");
  const components = new Map<string, SourceValue>(isSourceObject(written) ? written : []);
  for (const [section, members] of sections) {
    const own = components.get(section);
    components.set(section, new Map([...(isSourceObject(own) ? own : []), ...members]));
  }
  return new Map([...document, ["components", components]]);
};

/** The name, or with the first number from 2 on that makes it free. */
const free = (wanted: string, taken: ReadonlySet<string>): string => {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}${number}`;
  return name;
};

export const createPlaces = (): Places => {
  const known = new Map<string, Pointer>();
  const taken = new Map<string, Set<string>>();
  const made = new Map<string, Map<string, SourceValue>>();

  const reserve = (section: string, name: string): void => {
    taken.set(section, (taken.get(section) ?? new Set()).add(name));
  };

  return {
    claim: (target, section, name) => {
      const key = keyOf(target, section);
      if (!known.has(key)) known.set(key, child("/components", section, name));
    },
    reserve,
    claimed: (target, section) => known.get(keyOf(target, section)),
    of: (target, section) => {
      const before = known.get(keyOf(target, section));
      if (before !== undefined) return { pointer: before, isNew: false };
      const name = free(nameOf(target), taken.get(section) ?? new Set());
      reserve(section, name);
      made.set(section, (made.get(section) ?? new Map<string, SourceValue>()).set(name, null));
      const pointer = child("/components", section, name);
      known.set(keyOf(target, section), pointer);
      return { pointer, isNew: true };
    },
    fill: (pointer, value) => {
      const [, section = "", name = ""] = tokens(pointer);
      made.get(section)?.set(name, value);
    },
    addTo: (document) => (made.size === 0 ? document : withSections(document, made)),
  };
};
