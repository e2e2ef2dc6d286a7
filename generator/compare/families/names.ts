import type { Surface, SurfaceOperation, SurfaceSchema } from "../../surface/surface.js";
import { groupedBy } from "../../source/grouped-by.js";
import type { ChangeKind } from "../change.js";
import { changed, type Comparing, type Found, matched } from "../comparing.js";
import { shapeKey } from "../shapes/world.js";
import { callers, more, readers, same } from "./kind.js";
import { pairedOperations } from "./operations.js";

/** Changes of what the package exports. */
export const nameKinds = {
  "type-added": { title: "A type is new", verdict: more("Programs that do not know the type go on as before.") },
  "type-removed": {
    title: "A type is gone",
    request: callers("Programs that import the type, or its validator, no longer compile."),
    response: readers("Programs that import the type, or its validator, no longer compile."),
  },
  "type-renamed": {
    title: "A type has another name",
    request: callers("What it says is the same, but programs that import the old name no longer compile."),
    response: readers("What it says is the same, but programs that import the old name no longer compile."),
  },
  "name-added": { title: "An exported name is new", verdict: more("Programs that do not know the name go on as before.") },
  "name-removed": { title: "An exported name is gone", verdict: callers("Programs that import the name no longer compile.") },
  "interface-added": { title: "Filters share an interface of another name", verdict: same("Its name tells the operators, which are told by themselves.") },
  "interface-removed": {
    title: "Filters no longer share an interface of that name",
    verdict: same("Its name tells the operators and is no promise: programs name a filter by the type of its operation."),
  },
  "title-changed": { title: "The API has another title", verdict: same("A title only says something.") },
  "version-changed": { title: "The API has another version", verdict: same("What changed in it is told by itself.") },
} as const satisfies Record<string, ChangeKind>;

const exportedTypes = ({ schemas }: Surface): readonly SurfaceSchema[] => schemas.filter(({ names }) => names.length > 0);

/** What a schema says, wherever it stands. */
const contentOf = ({ shape }: SurfaceSchema): string => shapeKey(shape).replace(/"at":"(?:[^"\\]|\\.)*"/g, "");

/** Where the schema stands, if it is no component, whose place has its name. */
const ownPlace = ({ component, at }: SurfaceSchema): string | undefined => (component === undefined ? at : undefined);

/** The schemas that only have another name: they stand at the same place, or they are equal and the only ones that are. */
export const renamedTypes = (old: Surface, now: Surface): ReadonlyMap<string, string> => {
  const { removed, added } = matched(exportedTypes(old), exportedTypes(now), ({ id }) => id);
  const places = new Map(added.flatMap((schema) => (ownPlace(schema) === undefined ? [] : [[schema.at, schema.id] as const])));
  const [gone, come] = [groupedBy(removed, contentOf), groupedBy(added, contentOf)];
  return new Map(
    removed.flatMap((schema): readonly (readonly [string, string])[] => {
      const key = contentOf(schema);
      const alike = come.get(key) ?? [];
      const equal = alike.length === 1 && gone.get(key)?.length === 1 ? alike[0]?.id : undefined;
      const id = places.get(ownPlace(schema) ?? "") ?? equal;
      return id === undefined ? [] : [[schema.id, id]];
    }),
  );
};

/** Types of bodies go with their operation, which tells of it. */
const isTold = ({ at, component }: SurfaceSchema, operations: readonly SurfaceOperation[]): boolean =>
  component === undefined && operations.some((operation) => at.startsWith(`${operation.at}/`));

const compareTypes = (comparing: Comparing): readonly Found[] => {
  const { old, new: now, renamed } = comparing;
  const operations = pairedOperations(comparing);
  const gone = [...operations.removed, ...operations.renamed.map(([one]) => one)];
  const come = [...operations.added, ...operations.renamed.map(([, one]) => one)];
  const { removed, added } = matched(exportedTypes(old), exportedTypes(now), ({ id }) => id);
  const others = new Map(added.map((schema) => [schema.id, schema]));
  const names = new Set(renamed.values());
  return [
    ...removed.filter((schema) => !isTold(schema, gone)).map((schema): Found => {
      const other = others.get(renamed.get(schema.id) ?? "");
      // what no operation has may be read and written
      const directions = schema.directions.includes("request") || schema.directions.length === 0 ? ["request" as const] : ["response" as const];
      const common = { directions, before: { pointer: schema.at }, subject: schema.id };
      return other === undefined
        ? { ...common, code: "type-removed", detail: schema.id, names: schema.names }
        : { ...common, code: "type-renamed", detail: changed(schema.id, other.id), after: { pointer: other.at }, names: [...schema.names, ...other.names] };
    }),
    ...added.filter((schema) => !names.has(schema.id) && !isTold(schema, come)).map((schema): Found => ({ code: "type-added", subject: schema.id, detail: schema.id, after: { pointer: schema.at }, names: schema.names })),
  ];
};

const namesOf = ({ operations, schemas }: Surface): ReadonlyMap<string, string> =>
  new Map([...operations, ...schemas].flatMap(({ names: own, at }) => own.map((name) => [name, at] as const)));

/** Exported names that came and went although nothing else tells of them. */
export const compareNames = (comparing: Comparing, found: readonly Found[]): readonly Found[] => {
  const { old, new: now } = comparing;
  const { removed, added, renamed } = pairedOperations(comparing);
  const others = [...removed, ...added, ...renamed.flat()];
  const types = [...exportedTypes(old), ...exportedTypes(now)].filter((schema) => isTold(schema, others));
  const told = new Set([...found, ...types].flatMap(({ names = [] }) => names));
  const [before, after] = [namesOf(old), namesOf(now)];
  return [
    ...[...before].filter(([name]) => !after.has(name) && !told.has(name)).map(([name, at]): Found => ({ code: "name-removed", subject: name, detail: name, before: { pointer: at } })),
    ...[...after].filter(([name]) => !before.has(name) && !told.has(name)).map(([name, at]): Found => ({ code: "name-added", subject: name, detail: name, after: { pointer: at } })),
  ].sort((left, right) => (left.subject < right.subject ? -1 : 1));
};

export const compareSchemas = (comparing: Comparing): readonly Found[] => {
  const { old, new: now, compareValues, renamed } = comparing;
  const both = matched(old.schemas, now.schemas, ({ id }) => renamed.get(id) ?? id).both;
  // what is read otherwise in some places is told as what it is by itself
  const named = new Map(exportedTypes(now).map(({ id, at }) => [at, id]));
  return [
    ...compareTypes(comparing),
    ...both.flatMap(([left, right]) => {
      const shared = left.directions.filter((direction) => right.directions.includes(direction));
      // who uses the type in no operation may do anything with it
      const directions = shared.length > 0 ? shared : (["request", "response"] as const);
      return compareValues({ subject: named.get(right.at) ?? right.at, directions, before: [left.shape], after: [right.shape], beforeAt: left.at, afterAt: right.at });
    }),
  ];
};

/** Interfaces that filters share, which stand at no place of their own. */
export const compareInterfaces = ({ old, new: now }: Comparing): readonly Found[] => {
  const document = { pointer: "" };
  const { removed, added } = matched(old.names, now.names, (name) => name);
  return [
    ...removed.map((name): Found => ({ code: "interface-removed", subject: name, detail: name, before: document })),
    ...added.map((name): Found => ({ code: "interface-added", subject: name, detail: name, after: document })),
  ];
};

export const compareTitles = ({ old, new: now }: Comparing): readonly Found[] => [
  ...(old.title === now.title ? [] : [{ code: "title-changed", subject: "info.title", detail: changed(old.title, now.title), before: { pointer: "/info/title" }, after: { pointer: "/info/title" } } as const]),
  ...(old.version === now.version ? [] : [{ code: "version-changed", subject: "info.version", detail: changed(old.version, now.version), before: { pointer: "/info/version" }, after: { pointer: "/info/version" } } as const]),
];
