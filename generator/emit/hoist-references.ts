import { kindOfMember, type KindName, kinds } from "../source/bundle/kinds.js";
import { localReference } from "../source/bundle/reference.js";
import { child, type Pointer, tokens } from "../source/pointer.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";

const isComponent = (pointer: Pointer): boolean => {
  const [first, , ...rest] = tokens(pointer);
  return first === "components" && rest.length === 1;
};

/** pointerName("/paths/~1pets/get/responses/200/…/schema") ~> "Paths_pets_get_responses_200_…_schema" */
const pointerName = (pointer: Pointer): string =>
  tokens(pointer)
    .flatMap((token) => token.match(/[A-Za-z0-9]+/g) ?? [])
    .join("_")
    .replace(/^./, (first) => first.toUpperCase());

/** What a reference leads to, with the value that is to be copied. */
export type FindTarget = (reference: string) => { readonly pointer: Pointer; readonly copy: () => SourceValue } | undefined;

/**
 * References to anything but a component lead to a copy of it in `components`. openapi-typescript writes other references as
 * paths through its own types, which do not compile where the way goes through an array, an optional member or itself.
 */
export const hoistReferences = (document: SourceObject, find: FindTarget): SourceObject => {
  const hoisted = new Map<string, { readonly pointer: Pointer; readonly section: string; readonly name: string }>();
  const copies = new Map<string, Map<string, SourceValue>>();
  const taken = new Set<string>();

  const freeName = (pointer: Pointer): string => {
    const wanted = pointerName(pointer);
    for (let attempt = 1; ; attempt++) {
      const name = attempt === 1 ? wanted : `${wanted}_${attempt}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };

  const redirected = (reference: string, kind: KindName): string => {
    const section = kinds[kind].section;
    const target = find(reference);
    if (section === undefined || target === undefined || isComponent(target.pointer)) return reference;
    const key = `${section} ${target.pointer}`;
    const known = hoisted.get(key) ?? { pointer: target.pointer, section, name: freeName(target.pointer) };
    if (!hoisted.has(key)) {
      hoisted.set(key, known);
      const members = copies.get(section) ?? new Map<string, SourceValue>();
      copies.set(section, members);
      members.set(known.name, rewritten(target.copy(), kind));
    }
    return localReference(child("/components", section, known.name));
  };

  /** openapi-typescript takes references only, and stops at what leads nowhere. */
  const redirectedMapping = (mapping: SourceObject): SourceObject =>
    new Map(
      [...mapping].flatMap(([name, member]): readonly (readonly [string, string])[] => {
        if (typeof member !== "string") return [];
        const reference = member.startsWith("#") ? member : localReference(child("/components/schemas", member));
        return find(reference) === undefined ? [] : [[name, redirected(reference, "schema")]];
      }),
    );

  const rewritten = (value: SourceValue, kind: KindName): SourceValue => {
    if (kind === "data") return value;
    if (isSourceArray(value)) return value.map((item, index) => rewritten(item, kind === "schema" ? kind : kindOfMember(kind, String(index))));
    if (!isSourceObject(value)) return value;
    if (kind === "mapping") return redirectedMapping(value);
    return new Map(
      [...value].map(([key, member]) => [
        key,
        key === "$ref" && typeof member === "string" && kinds[kind].section !== undefined
          ? redirected(member, kind)
          : rewritten(member, kindOfMember(kind, key)),
      ]),
    );
  };

  const result = rewritten(document, "document");
  if (!isSourceObject(result) || copies.size === 0) return isSourceObject(result) ? result : document;
  const written = result.get("components");
  const components = new Map<string, SourceValue>(isSourceObject(written) ? written : []);
  for (const [section, members] of copies) {
    const own = components.get(section);
    components.set(section, new Map([...(isSourceObject(own) ? own : []), ...members]));
  }
  return new Map([...result, ["components", components]]);
};
