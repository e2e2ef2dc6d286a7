import type { Leaf } from "./representation.js";

/** Where values of formats that a program may see otherwise stand in a value. A function gives a codec that refers to itself. */
export type Codec = Leaf | (() => Codec) | { readonly items: Codec } | { readonly members: Readonly<Record<string, Codec>>; readonly rest?: Codec };

/** From the value to the place that is looked at; it changes while a walk goes on. */
export type Path = (string | number)[];

/** Makes another value of one that stands at a leaf; the value itself where nothing has to be done. */
export type Replace = (leaf: Leaf, value: unknown, path: Path) => unknown;

/** `value` with its leaves replaced. What has nothing to replace is given back as it is, the rest is a copy. */
export type Walk = (value: unknown, path: Path) => unknown;

const walkItems = (item: Walk): Walk => (value, path) => {
  if (!Array.isArray(value)) return value;
  let changed: unknown[] | undefined;
  for (let index = 0; index < value.length; index++) {
    const before: unknown = value[index];
    path.push(index);
    const after = item(before, path);
    path.pop();
    if (after === before) continue;
    changed ??= value.slice();
    changed[index] = after;
  }
  return changed ?? value;
};

const put = (holder: object, key: string, value: unknown): void => {
  // an assignment would take `__proto__` for the prototype
  if (key === "__proto__") Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
  else (holder as Record<string, unknown>)[key] = value;
};

const walkMembers =
  (members: readonly (readonly [string, Walk])[], rest: Walk | undefined, known: ReadonlySet<string>): Walk =>
  (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const holder = value as Readonly<Record<string, unknown>>;
    let changed: object | undefined;
    const visit = (key: string, walk: Walk): void => {
      const before = holder[key];
      if (before === undefined || before === null) return;
      path.push(key);
      const after = walk(before, path);
      path.pop();
      if (after !== before) put((changed ??= { ...holder }), key, after);
    };
    for (const [key, walk] of members) if (Object.hasOwn(holder, key)) visit(key, walk);
    if (rest !== undefined) for (const key of Object.keys(holder)) if (!known.has(key)) visit(key, rest);
    return changed ?? value;
  };

/** One walk for each codec that is reached; a circle is entered when a value has it. */
export const walkOf = (codec: Codec, replace: Replace): Walk => {
  const made = new Map<Codec, Walk>();
  const make = (one: Codec): Walk => {
    if (typeof one === "string") return (value, path) => replace(one, value, path);
    if (typeof one === "function") {
      let walk: Walk | undefined;
      return (value, path) => (walk ??= walkFor(one()))(value, path);
    }
    if ("items" in one) return walkItems(walkFor(one.items));
    const members = Object.entries(one.members).map(([key, member]) => [key, walkFor(member)] as const);
    return walkMembers(members, one.rest === undefined ? undefined : walkFor(one.rest), new Set(Object.keys(one.members)));
  };
  const walkFor = (one: Codec): Walk => {
    const walk = made.get(one) ?? make(one);
    made.set(one, walk);
    return walk;
  };
  return walkFor(codec);
};
