import { child, type Pointer, tokens } from "../pointer.js";
import { isSourceObject, type SourceObject, type SourceValue } from "../value.js";

/** Hands out places in `components` to what comes from other files. */
export interface Places {
  readonly of: (path: string, pointer: Pointer, section: string) => { readonly pointer: Pointer; readonly isNew: boolean };
  readonly fill: (pointer: Pointer, value: SourceValue) => void;
  /** The document with all that was placed. */
  readonly addTo: (document: SourceObject) => SourceObject;
}

const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");

/** Names in `components` are restricted (OpenAPI 3.1 §4.8.7). */
const nameOf = (path: string, pointer: Pointer): string =>
  (tokens(pointer).at(-1) ?? baseName(path)).replaceAll(/[^A-Za-z0-9._-]+/g, "_").replace(/^_+$/, "External");

const sectionOf = (root: SourceObject, section: string): SourceObject => {
  const components = root.get("components");
  const found = isSourceObject(components) ? components.get(section) : undefined;
  return isSourceObject(found) ? found : new Map();
};

export const createPlaces = (root: SourceObject): Places => {
  const known = new Map<string, Pointer>();
  const sections = new Map<string, Map<string, SourceValue>>();

  const free = (section: string, wanted: string): string => {
    const own = sectionOf(root, section);
    const placed = sections.get(section);
    for (let attempt = 1; ; attempt++) {
      const name = attempt === 1 ? wanted : `${wanted}${attempt}`;
      if (!own.has(name) && placed?.has(name) !== true) return name;
    }
  };

  return {
    of: (path, pointer, section) => {
      const key = JSON.stringify([path, pointer, section]);
      const before = known.get(key);
      if (before !== undefined) return { pointer: before, isNew: false };
      const name = free(section, nameOf(path, pointer));
      const members = sections.get(section) ?? new Map<string, SourceValue>();
      sections.set(section, members.set(name, null));
      const made = child("/components", section, name);
      known.set(key, made);
      return { pointer: made, isNew: true };
    },
    fill: (pointer, value) => {
      const [, section = "", name = ""] = tokens(pointer);
      sections.get(section)?.set(name, value);
    },
    addTo: (document) => {
      if (sections.size === 0) return document;
      const written = document.get("components");
      const components = new Map<string, SourceValue>(isSourceObject(written) ? written : []);
      for (const [section, members] of sections) {
        const own = components.get(section);
        components.set(section, new Map([...(isSourceObject(own) ? own : []), ...members]));
      }
      return new Map([...document, ["components", components]]);
    },
  };
};
