import type { JsonValue } from "../../code/json-value.js";
import type { JsonType } from "../../model/schema.js";
import type { Shape } from "../../surface/shape.js";
import { changed, type Comparing, type Found, matched, type Pair } from "../comparing.js";
import type { ChangeCode } from "../registry.js";
import { type Alternatives, alternativesOf } from "../shapes/alternatives.js";
import { listedText, shapesText, shapeText } from "../shapes/describe.js";
import { allTypes, describedNames, type Flat, flatten, isClosed, type LimitName, lowerLimits, memberShapes, restShapes, takesType, upperLimits } from "../shapes/flat.js";
import { groupOf, impliesLimit, isMultiple } from "../shapes/is-within.js";
import { fieldPlace, keywordPlace, type Placed, placedParts } from "../shapes/places.js";
import { isAnything, shapeKey } from "../shapes/world.js";
import { compareRules } from "./compare-rules.js";
import { leafFormats } from "../../model/codec-tree.js";

/** One pair on its way, with what both sides come to. */
interface Side {
  readonly flat: Flat;
  readonly parts: readonly Placed[];
}

interface Meeting {
  readonly pair: Pair;
  readonly old: Side;
  readonly now: Side;
}

/** A finding at a keyword of both sides. */
const at = ({ pair, old, now }: Meeting, code: ChangeCode, detail: string, keyword: string): Found => ({
  code,
  subject: pair.subject,
  detail,
  directions: pair.directions,
  before: { pointer: keywordPlace(old.parts, keyword) },
  after: { pointer: keywordPlace(now.parts, keyword) },
});

const whole = ({ subject, directions, beforeAt, afterAt }: Pair, code: ChangeCode, detail: string): Found => ({ code, subject, detail, directions, before: { pointer: beforeAt }, after: { pointer: afterAt } });

const sameKey = (shapes: readonly Shape[]): string => shapes.map(shapeKey).sort().join("&");

const refsOf = (shapes: readonly Shape[]): readonly string[] =>
  shapes.flatMap((shape) => [...(shape.ref === undefined ? [] : [shape.ref]), ...refsOf(shape.allOf ?? [])]);

/** Named schemas that both sides hold to: what changes in them is told of them. */
const sharedRefs = ({ before, after }: Pair, { renamed }: Comparing): { readonly old: ReadonlySet<string>; readonly now: ReadonlySet<string> } => {
  const now = new Set(refsOf(after));
  const shared = refsOf(before).filter((id) => now.has(renamed.get(id) ?? id));
  return { old: new Set(shared), now: new Set(shared.map((id) => renamed.get(id) ?? id)) };
};

const typeNames = (types: ReadonlySet<JsonType>): string => [...types].filter((type) => type !== "null").sort().join(" or ");

const withoutNull = (types: ReadonlySet<JsonType>): ReadonlySet<JsonType> => new Set([...types].filter((type) => type !== "null"));

const covers = (outer: ReadonlySet<JsonType>, inner: ReadonlySet<JsonType>): boolean => [...inner].every((type) => takesType(outer, type));

const together = (shapes: readonly Shape[]): Shape => (shapes.length === 1 ? (shapes[0] ?? {}) : { allOf: shapes });

const textOf = (value: JsonValue): string => JSON.stringify(value);

const compareListed = (meeting: Meeting, old: readonly JsonValue[], now: readonly JsonValue[]): readonly Found[] => {
  const { removed, added } = matched(old.filter((value) => value !== null), now.filter((value) => value !== null), textOf);
  return [
    ...removed.map((value) => at(meeting, "enum-value-removed", textOf(value), "enum")),
    ...added.map((value) => at(meeting, "enum-value-added", textOf(value), "enum")),
  ];
};

/**
 * What became of the types and the listed values; `isOther` where nothing else is worth comparing. Where one side says nothing of types
 * beside the named schemas that both hold to, these have their say.
 */
const compareTypes = (meeting: Meeting, { oldWorld, newWorld, staysRight, staysKnown }: Comparing): { readonly found: readonly Found[]; readonly isOther: boolean } => {
  const { pair, old, now } = meeting;
  const isSilent = old.flat.types.size === allTypes.length && now.flat.types.size === allTypes.length;
  const all = isSilent ? [old.flat.types, now.flat.types] : [flatten(pair.before, oldWorld).types, flatten(pair.after, newWorld).types];
  const [before, after] = [withoutNull(all[0] ?? new Set()), withoutNull(all[1] ?? new Set())];
  const words = changed(typeNames(before), typeNames(after));
  const done = (code: ChangeCode, detail: string, keyword: string, isOther: boolean) => ({ found: [at(meeting, code, detail, keyword)], isOther });
  if (old.flat.listed !== undefined && now.flat.listed !== undefined) return { found: compareListed(meeting, old.flat.listed, now.flat.listed), isOther: false };
  if (now.flat.listed !== undefined) {
    const isPart = covers(before, after) && staysKnown(pair.after, together(pair.before));
    return done(isPart ? "enum-closed" : "type-changed", isPart ? listedText(now.flat.listed) : words, "enum", !isPart);
  }
  if (old.flat.listed !== undefined) {
    const isPart = covers(after, before) && staysRight(pair.before, together(pair.after));
    return done(isPart ? "enum-opened" : "type-changed", isPart ? listedText(old.flat.listed) : words, "enum", !isPart);
  }
  const [wider, narrower] = [covers(after, before), covers(before, after)];
  if (wider && narrower) return { found: [], isOther: false };
  return done(wider ? "type-widened" : narrower ? "type-narrowed" : "type-changed", words, "type", !wider && !narrower);
};

const limitNames: readonly LimitName[] = [...lowerLimits, ...upperLimits];

const limitText = (name: LimitName, value: number | undefined): string => (value === undefined ? `no ${name}` : `${name} ${value}`);

const compareLimits = (meeting: Meeting): readonly Found[] => {
  const { old, now } = meeting;
  const isPossible = (name: LimitName): boolean => groupOf[name].some((type) => old.flat.types.has(type)) && groupOf[name].some((type) => now.flat.types.has(type));
  return limitNames.filter(isPossible).flatMap((name): readonly Found[] => {
    const [before, after] = [old.flat.limits.get(name), now.flat.limits.get(name)];
    if (before === after) return [];
    const words = changed(limitText(name, before), limitText(name, after));
    return [
      ...(after !== undefined && !impliesLimit(old.flat, name, after) ? [at(meeting, "limit-tightened", words, name)] : []),
      ...(before !== undefined && !impliesLimit(now.flat, name, before) ? [at(meeting, "limit-loosened", words, name)] : []),
    ];
  });
};

const only = (left: ReadonlySet<string>, right: ReadonlySet<string>): readonly string[] => [...left].filter((one) => !right.has(one));

/** Two sets of which each member is an assertion of its own. */
const compareSets = (old: ReadonlySet<string>, now: ReadonlySet<string>, codes: Readonly<Record<"added" | "removed" | "changed", ChangeCode>>, make: (code: ChangeCode, detail: string) => Found): readonly Found[] => {
  const [removed, added] = [only(old, now), only(now, old)];
  if (removed.length > 0 && added.length > 0) return [make(codes.changed, changed(removed.join(" "), added.join(" ")))];
  return [...removed.map((one) => make(codes.removed, one)), ...added.map((one) => make(codes.added, one))];
};

const isShown = (format: string): boolean => leafFormats.has(format);

const compareFormats = (meeting: Meeting): readonly Found[] => {
  const { old, now } = meeting;
  const [removed, added] = [only(old.flat.formats, now.flat.formats), only(now.flat.formats, old.flat.formats)];
  const shown = [...removed, ...added].some(isShown);
  const codes = {
    added: shown ? "format-shown-added" : "format-added",
    removed: shown ? "format-shown-removed" : "format-removed",
    changed: "format-changed",
  } as const;
  const labels = sameSet(old.flat.labels, now.flat.labels) ? [] : [at(meeting, "format-label-changed", changed([...old.flat.labels].join(" ") || "none", [...now.flat.labels].join(" ") || "none"), "format")];
  const checked = compareSets(old.flat.formats, now.flat.formats, codes, (code, detail) => at(meeting, code, detail, "format"));
  return [...checked, ...(checked.length > 0 ? [] : labels)];
};

const sameSet = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean => left.size === right.size && only(left, right).length === 0;

const compareMultiples = (meeting: Meeting): readonly Found[] => {
  const { old, now } = meeting;
  const keeps = (flat: Flat, of: number): boolean => flat.multiples.some((own) => isMultiple(own, of)) || (of === 1 && !flat.types.has("number"));
  return [
    ...now.flat.multiples.filter((of) => !keeps(old.flat, of)).map((of) => at(meeting, "multiple-added", String(of), "multipleOf")),
    ...old.flat.multiples.filter((of) => !keeps(now.flat, of)).map((of) => at(meeting, "multiple-removed", String(of), "multipleOf")),
  ];
};

const compareScalars = (meeting: Meeting): readonly Found[] => {
  const { old, now } = meeting;
  const patterns = { added: "pattern-added", removed: "pattern-removed", changed: "pattern-changed" } as const;
  return [
    ...compareLimits(meeting),
    ...compareMultiples(meeting),
    ...compareSets(old.flat.patterns, now.flat.patterns, patterns, (code, detail) => at(meeting, code, detail, "pattern")),
    ...compareFormats(meeting),
  ];
};

const compareLists = (meeting: Meeting, { compareValues }: Comparing): readonly Found[] => {
  const { pair, old, now } = meeting;
  const unique = old.flat.unique === now.flat.unique ? [] : [at(meeting, now.flat.unique ? "unique-added" : "unique-removed", "uniqueItems", "uniqueItems")];
  if (JSON.stringify(old.flat.tuples) !== JSON.stringify(now.flat.tuples)) return [...unique, at(meeting, "tuple-changed", changed(tupleText(old.flat), tupleText(now.flat)), "prefixItems")];
  const [before, after] = [old.flat.items.filter((one) => !isAnything(one)), now.flat.items.filter((one) => !isAnything(one))];
  if (before.length === 0 && after.length === 0) return unique;
  if (before.length === 0) return [...unique, at(meeting, "items-narrowed", shapesText(after), "items")];
  if (after.length === 0) return [...unique, at(meeting, "items-widened", shapesText(before), "items")];
  const items: Pair = { ...pair, subject: `${pair.subject}[]`, before, after, beforeAt: keywordPlace(old.parts, "items"), afterAt: keywordPlace(now.parts, "items") };
  return [...unique, ...compareValues(items)];
};

const tupleText = ({ tuples }: Flat): string => (tuples.length === 0 ? "none" : `[${tuples.flat().map(shapeText).join(", ")}]`);

const isMarked = (shapes: readonly Shape[], mark: "deprecated" | "readOnly" | "writeOnly"): boolean => shapes.some((shape) => shape[mark] === true);

const markCodes = { deprecated: ["field-deprecated", "field-revived"], readOnly: ["read-only-added", "read-only-removed"], writeOnly: ["write-only-added", "write-only-removed"] } as const;

/** Marks of a field that stand on its schema. */
const compareMarks = (pair: Pair): readonly Found[] =>
  (["deprecated", "readOnly", "writeOnly"] as const).flatMap((mark): readonly Found[] => {
    const [before, after] = [isMarked(pair.before, mark), isMarked(pair.after, mark)];
    if (before === after) return [];
    const [added, removed] = markCodes[mark];
    return [whole(pair, after ? added : removed, mark)];
  });

const defaultOf = (shapes: readonly Shape[]): string => shapes.flatMap((shape) => (shape.default === undefined ? [] : [JSON.stringify(shape.default)]))[0] ?? "none";

const compareDefaults = (pair: Pair): readonly Found[] => {
  const [before, after] = [defaultOf(pair.before), defaultOf(pair.after)];
  return before === after ? [] : [whole(pair, "default-changed", changed(before, after))];
};

const isIdentifier = /^[A-Za-z_$][\w$]*$/;

/** fieldSubject("Pet", "a b") ~> `Pet["a b"]` */
export const fieldSubject = (owner: string, name: string): string => (isIdentifier.test(name) ? `${owner}.${name}` : `${owner}[${JSON.stringify(name)}]`);

const compareField = (meeting: Meeting, name: string, comparing: Comparing): readonly Found[] => {
  const { pair, old, now } = meeting;
  const subject = fieldSubject(pair.subject, name);
  const [isOld, isNew] = [old, now].map(({ flat }) => flat.objects.some(({ properties }) => properties?.some(([key]) => key === name) === true));
  const [wasRequired, isRequired] = [old.flat.required.has(name), now.flat.required.has(name)];
  const [beforeAt, afterAt] = [fieldPlace(old.parts, name), fieldPlace(now.parts, name)];
  const field = { subject, directions: pair.directions, before: { pointer: beforeAt }, after: { pointer: afterAt } };
  const [before, after] = [memberShapes(old.flat, name) ?? [], memberShapes(now.flat, name) ?? []];
  if (isOld === true && isNew !== true) return [{ ...field, code: "field-removed", detail: shapesText(before) }];
  if (isOld !== true && isNew === true) {
    const rest = restShapes(old.flat).filter(({ always }) => always !== false);
    const isTaken = rest.length > 0 && after.some((one) => !comparing.staysRight(rest, one));
    const added: Found = { ...field, code: isRequired && !wasRequired ? "field-required-added" : "field-optional-added", detail: shapesText(after) };
    return isTaken && !isRequired ? [{ ...field, code: "field-map-narrowed", detail: shapesText(after) }] : [added];
  }
  const required: readonly Found[] = wasRequired === isRequired ? [] : [{ ...field, code: isRequired ? "field-required" : "field-optional", detail: isRequired ? "optional → required" : "required → optional" }];
  if (isOld !== true) return required;
  const inner: Pair = { subject, directions: pair.directions, before, after, beforeAt, afterAt };
  return [...required, ...compareMarks(inner), ...compareDefaults(inner), ...comparing.compareValues(inner)];
};

const compareRest = (meeting: Meeting, { compareValues }: Comparing): readonly Found[] => {
  const { pair, old, now } = meeting;
  const [wasClosed, closed] = [isClosed(old.flat), isClosed(now.flat)];
  const keyword = "additionalProperties";
  if (wasClosed !== closed) return [at(meeting, closed ? "object-closed" : "object-opened", keyword, keyword)];
  if (closed) return [];
  const [before, after] = [restShapes(old.flat).filter((one) => !isAnything(one)), restShapes(now.flat).filter((one) => !isAnything(one))];
  if (before.length === 0 && after.length === 0) return [];
  if (before.length === 0) return [at(meeting, "map-narrowed", shapesText(after), keyword)];
  if (after.length === 0) return [at(meeting, "map-widened", shapesText(before), keyword)];
  return compareValues({ ...pair, subject: `${pair.subject}.*`, before, after, beforeAt: keywordPlace(old.parts, keyword), afterAt: keywordPlace(now.parts, keyword) });
};

const compareObjects = (meeting: Meeting, comparing: Comparing): readonly Found[] => {
  const { old, now } = meeting;
  const names = [...new Set([...[old, now].flatMap(({ flat }) => [...describedNames(flat), ...flat.required])])].sort();
  return [...names.flatMap((name) => compareField(meeting, name, comparing)), ...compareRest(meeting, comparing)];
};

const compareOthers = (meeting: Meeting): readonly Found[] => {
  const { old, now } = meeting;
  const removed = [...old.flat.others].filter(([key]) => !now.flat.others.has(key)).map(([, shape]) => Object.keys(shape)[0] ?? "");
  const added = [...now.flat.others].filter(([key]) => !old.flat.others.has(key)).map(([, shape]) => Object.keys(shape)[0] ?? "");
  const both = removed.filter((name) => added.includes(name));
  return [
    ...both.map((name) => at(meeting, "assertion-changed", name, name)),
    ...removed.filter((name) => !both.includes(name)).map((name) => at(meeting, "assertion-removed", name, name)),
    ...added.filter((name) => !both.includes(name)).map((name) => at(meeting, "assertion-added", name, name)),
  ];
};

/** Is all else that is said of listed values nothing to those that both sides list? */
const areListedAlone = ({ before, after }: Pair, { old, now }: Meeting, { staysRight, staysKnown }: Comparing): boolean => {
  if (old.flat.listed === undefined || now.flat.listed === undefined) return true;
  const texts = new Set(now.flat.listed.map(textOf));
  const kept: Shape = { enum: old.flat.listed.filter((value) => texts.has(textOf(value))) };
  return staysRight([...before, kept], together(after)) && staysKnown([...after, kept], together(before));
};

/** One form of a value with one form of it, null and unions aside. */
const compareForm = (pair: Pair, comparing: Comparing): readonly Found[] => {
  const shared = sharedRefs(pair, comparing);
  const parts = (shapes: readonly Shape[], place: string, world: Comparing["oldWorld"]): readonly Placed[] => {
    const own = shapes.flatMap((shape) => placedParts({ shape, at: place }, world));
    return own.length === 0 ? [{ shape: {}, at: place }] : own;
  };
  const meeting: Meeting = {
    pair,
    old: { flat: flatten(pair.before, comparing.oldWorld, shared.old), parts: parts(pair.before, pair.beforeAt, comparing.oldWorld) },
    now: { flat: flatten(pair.after, comparing.newWorld, shared.now), parts: parts(pair.after, pair.afterAt, comparing.newWorld) },
  };
  const { found, isOther } = compareTypes(meeting, comparing);
  if (isOther) return found;
  const both = (type: JsonType): boolean => meeting.old.flat.types.has(type) && meeting.now.flat.types.has(type);
  const isListed = meeting.old.flat.listed !== undefined || meeting.now.flat.listed !== undefined;
  return [
    ...found,
    ...(isListed && areListedAlone(pair, meeting, comparing) ? [] : compareScalars(meeting)),
    ...(both("array") ? compareLists(meeting, comparing) : []),
    ...(both("object") ? compareObjects(meeting, comparing) : []),
    // of objects, and of the items of a list
    ...(both("object") || both("array") ? compareRules(meeting.old.flat, meeting.now.flat, pair) : []),
    ...(isListed && found.length > 0 ? [] : compareOthers(meeting)),
  ];
};

/** The listed value of a field that tells forms apart: `kind="cat"` */
const marksOf = (form: readonly Shape[], world: Comparing["oldWorld"]): readonly string[] => {
  const flat = flatten(form, world);
  return describedNames(flat).flatMap((name) => {
    const member = memberShapes(flat, name);
    const listed = member === undefined ? undefined : flatten(member, world).listed;
    return listed?.length === 1 ? [`${name}=${JSON.stringify(listed[0])}`] : [];
  });
};

type Form = readonly Shape[];

/** Forms that are the same in both versions: equal ones first, then by name, by a mark, and at last the only ones of their type. */
const pairedForms = (old: readonly Form[], now: readonly Form[], { oldWorld, newWorld, renamed }: Comparing) => {
  const [gone, come] = [new Set(old), new Set(now)];
  const pairs: (readonly [Form, Form])[] = [];
  const byKey = (forms: ReadonlySet<Form>, key: (form: Form) => string | undefined): ReadonlyMap<string, readonly Form[]> => {
    const found = new Map<string, Form[]>();
    for (const form of forms) {
      const name = key(form);
      if (name === undefined || name === "") continue;
      const same = found.get(name);
      if (same === undefined) found.set(name, [form]);
      else same.push(form);
    }
    return found;
  };
  const pairBy = (key: (form: Form, isOld: boolean) => string | undefined, isSole: boolean): void => {
    const others = byKey(come, (form) => key(form, false));
    for (const [name, forms] of byKey(gone, (form) => key(form, true))) {
      const found = others.get(name) ?? [];
      if (isSole && (found.length > 1 || forms.length > 1)) continue;
      for (const [index, form] of forms.entries()) {
        const other = found[index];
        if (other === undefined) continue;
        pairs.push([form, other]);
        gone.delete(form);
        come.delete(other);
      }
    }
  };
  pairBy(sameKey, false);
  pairBy((form, isOld) => refsOf(form).map((id) => (isOld ? (renamed.get(id) ?? id) : id))[0], false);
  pairBy((form, isOld) => marksOf(form, isOld ? oldWorld : newWorld).join(" "), true);
  pairBy((form, isOld) => {
    const { types, listed } = flatten(form, isOld ? oldWorld : newWorld);
    return listed !== undefined ? "listed" : typeNames(new Set([...types].map((type) => (type === "integer" ? "number" : type))));
  }, true);
  if (gone.size === 1 && come.size === 1 && old.length === 1 && now.length === 1) pairBy(() => "only", true);
  return { pairs, removed: [...gone], added: [...come] };
};

const compareDiscriminators = (pair: Pair, old: Alternatives, now: Alternatives): readonly Found[] => {
  const [before, after] = [old.discriminator, now.discriminator];
  if (before === undefined || after === undefined) return [];
  if (before.propertyName !== after.propertyName) return [whole(pair, "discriminator-changed", changed(before.propertyName, after.propertyName))];
  const { both } = matched(before.mapping, after.mapping, ([tag]) => tag);
  const moved = both.filter(([[, left], [, right]]) => left !== right).map(([[tag]]) => tag);
  return moved.map((tag) => whole(pair, "discriminator-changed", `${before.propertyName} ${JSON.stringify(tag)}`));
};

/** What is right by two forms of `oneOf` is refused: less in one form may be more in all, and the other way round. */
const unproven = (pair: Pair, found: readonly Found[], { staysRight, staysKnown, breaks }: Comparing): readonly Found[] => {
  const { before, after, directions } = pair;
  const shown = { request: () => staysRight(before, together(after)), response: () => staysKnown(after, together(before)) };
  const open = directions.filter((direction) => !found.some((one) => breaks(one, direction)) && !shown[direction]());
  return open.length === 0 ? [] : [{ ...whole(pair, "union-unproven", changed(shapesText(before), shapesText(after))), directions: open }];
};

const compareForms = (pair: Pair, old: Alternatives, now: Alternatives, comparing: Comparing): readonly Found[] => {
  const { before, after } = pair;
  const { pairs, removed, added } = pairedForms(old.forms, now.forms, comparing);
  const lost = removed.filter((form) => !comparing.staysRight(form, together(after)));
  const fresh = added.filter((form) => !comparing.staysKnown(form, together(before)));
  const inner = pairs.flatMap(([left, right]) => compareForm({ ...pair, before: left, after: right }, comparing));
  const members = [
    ...lost.map((form) => whole(pair, "union-member-removed", shapesText(form))),
    ...fresh.map((form) => whole(pair, "union-member-added", shapesText(form))),
  ];
  const found = [...inner, ...members, ...compareDiscriminators(pair, old, now)];
  return [...found, ...(found.length > 0 && (old.keyword === "oneOf" || now.keyword === "oneOf") ? unproven(pair, found, comparing) : [])];
};

const isSilent = (shapes: readonly Shape[], world: Comparing["oldWorld"], apart: ReadonlySet<string>): boolean =>
  apart.size > 0 && flatten(shapes, world, apart).types.size === allTypes.length;

/** May both be null, or neither? Where all that a side says of it is said by schemas that both hold to, that is theirs to tell. */
const sameNulls = (pair: Pair, old: Alternatives, now: Alternatives, comparing: Comparing): boolean => {
  const { oldWorld, newWorld } = comparing;
  const shared = sharedRefs(pair, comparing);
  const [first, second] = [isSilent(pair.before, oldWorld, shared.old), isSilent(pair.after, newWorld, shared.now)];
  if (first && second) return true;
  if (!first && !second) return old.nullable === now.nullable;
  return alternativesOf(pair.before, oldWorld, nobody).nullable === alternativesOf(pair.after, newWorld, nobody).nullable;
};

const nobody: ReadonlySet<string> = new Set();

/** Unions that multiply out: only whether one is part of the other. */
const compareTangled = (pair: Pair, { staysRight, staysKnown }: Comparing): readonly Found[] => {
  const [wider, narrower] = [staysRight(pair.before, together(pair.after)), staysKnown(pair.after, together(pair.before))];
  if (wider && narrower) return [];
  return [whole(pair, wider ? "type-widened" : narrower ? "type-narrowed" : "type-changed", changed(shapesText(pair.before), shapesText(pair.after)))];
};

/**
 * What became of a value. Named schemas that both versions refer to are compared by themselves, so that a change is told once; in
 * circles of references each two schemas meet once.
 */
export const createCompareValues = (base: Omit<Comparing, "compareValues">): Comparing["compareValues"] => {
  const meetings = new Set<string>();
  const compareValues = (pair: Pair): readonly Found[] => {
    const { before, after } = pair;
    const { renamed, oldWorld, newWorld } = base;
    const renamedKey = sameKey(before.map((shape) => (shape.ref === undefined ? shape : { ...shape, ref: renamed.get(shape.ref) ?? shape.ref })));
    if (sameKey(after) === renamedKey) return [];
    const meeting = `${sameKey(before)} ${sameKey(after)}`;
    if (meetings.has(meeting)) return [];
    meetings.add(meeting);
    const shared = sharedRefs(pair, { ...base, compareValues });
    const [old, now] = [alternativesOf(before, oldWorld, shared.old), alternativesOf(after, newWorld, shared.now)];
    const comparing: Comparing = { ...base, compareValues };
    const nulls: readonly Found[] = sameNulls(pair, old, now, comparing) ? [] : [whole(pair, now.nullable ? "null-added" : "null-removed", changed(shapesText(before), shapesText(after)))];
    const found =
      old.isTangled || now.isTangled
        ? compareTangled(pair, comparing)
        : old.forms.length === 1 && now.forms.length === 1
          ? compareForm({ ...pair, before: old.forms[0] ?? [], after: now.forms[0] ?? [] }, comparing)
          : compareForms(pair, old, now, comparing);
    meetings.delete(meeting);
    return [...nulls, ...found];
  };
  return compareValues;
};

