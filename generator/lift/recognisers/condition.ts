import type { JsonValue } from "../../code/json-value.js";
import { type Scope, valuesOf } from "../scopes/scope.js";
import type { Group, Statement } from "../statement.js";
import type { Clause, FieldList } from "../text/clause.js";
import type { Confidence } from "../confidence.js";
import { type Found, listAt, valueRow, valuesIn, type Wording } from "./recogniser.js";
import { choice, flat, notTogether, requires } from "./say.js";

/** What follows "if": fields that are set or not (every one of them, or some), or a field that has a value or not. */
type Condition =
  | { readonly kind: "present" | "absent"; readonly list: FieldList; readonly every: boolean }
  | { readonly kind: "is"; readonly list: FieldList; readonly values: readonly JsonValue[]; readonly negated: boolean };

/** With how sure it can be at most. */
interface Read {
  readonly condition: Condition;
  readonly confidence: Confidence;
}

type Groups = Readonly<Record<string, string | undefined>>;

const row = (one: string): FieldList => ({ groups: [[one]], quality: "phrase", joined: "and" });

const isBoolean = ({ fields }: Scope, name: string): boolean => fields.get(name)?.schema.get("type") === "boolean";

/** The one field that is declared to have all the values. */
const holderOf = ({ fields }: Scope, values: readonly JsonValue[]): string | undefined => {
  const [only, ...more] = [...fields.values()].filter((field) => values.every((value) => valuesOf(field)?.some((one) => one === value) === true));
  return more.length === 0 && values.length > 0 ? only?.name : undefined;
};

const present = ({ l, some }: Groups, clause: Clause, kind: "present" | "absent"): Read | undefined => {
  const list = listAt(l, clause);
  if (list === undefined || list.joined === "both") return undefined;
  // "if a or b is absent" is said of both of them as often as of one: the weaker reading is all that is sure
  return { condition: { kind, list, every: kind === "absent" || (list.joined !== "or" && some === undefined) }, confidence: "certain" };
};

const is = ({ l, v, not, kind }: Groups, clause: Clause, confidence: Confidence = "certain"): Read | undefined => {
  const list = listAt(l, clause);
  const values = valuesIn(v ?? "", clause);
  if (list === undefined || flat(list).length !== 1 || values.length === 0) return undefined;
  const [field = ""] = flat(list);
  const known = clause.scope.fields.get(field);
  const allowed = known === undefined ? undefined : valuesOf(known);
  // "is not a `Source`": a word that is none of its values speaks of something else
  const strange = allowed === undefined ? kind !== undefined : values.some((value) => !allowed.some((one) => one === value));
  return { condition: { kind: "is", list, values, negated: not !== undefined }, confidence: strange ? "guess" : confidence };
};

const some = "(?:either |any of |anyof |oneof |one of |atleastone )";
const lead = "(?:you (?:is )?|the |an? |that |both )?";

/** Ways to state a condition, the more specific first. */
const conditions: readonly (readonly [pattern: RegExp, read: (groups: Groups, clause: Clause) => Read | undefined])[] = [
  [new RegExp(`^${lead}(?:value of )?(?<l>L\\d+) (?:is|being|have|has)(?: (?<not>not))?(?<kind> an?)?(?: (?:of|in|the|value|type|either|one of|any of|oneof|anyof))* (?<v>${valueRow})(?: [a-z]+)?$`), is],
  // "the `type` of the rule is `card`"
  [new RegExp(`^${lead}(?<l>L\\d+) (?:of|for) [a-z ]{1,40} is(?: (?<not>not))?(?<kind> an?)? (?<v>${valueRow})$`), is],
  // "for type `card`", "for `action` of type `changed`"
  [new RegExp(`^(?:the |an? )?(?<l>L\\d+) (?:of (?:the )?(?:(?:type|kind|value) )?)?(?<v>${valueRow})$`), is],
  [new RegExp(`^giving (?<l>L\\d+) (?:as|to|of|with|is) (?<v>${valueRow})$`), is],
  [new RegExp(`^(?:the |an? |one of the )?(?<v>${valueRow}) (?<l>L\\d+)(?: (?:is given|given|[a-z]+))?$`), is],
  [/^(?<l>L\d+) is (?<v>true|enabled|on|checked)$/, ({ l }, clause) => truth(l, clause, true)],
  [/^(?<l>L\d+) is (?<v>false|disabled|off|unchecked)$/, ({ l }, clause) => truth(l, clause, false)],
  [new RegExp(`^${lead}${some}?(?<l>L\\d+) is (?:not given|absent)(?: or absent)*$`), (groups, clause) => present(groups, clause, "absent")],
  [/^(?:none of|neither of|neither|no|in the absence of)(?: the)? (?<l>L\d+)(?: (?:is )?given)?$/, (groups, clause) => present(groups, clause, "absent")],
  [/^(?:you |it )?(?:do not|does not|not|did not) (?:give|giving|have)(?: an?| the| either)? (?<l>L\d+)$/, notGiving],
  [/^(?<l>L\d+) (?:do|does) not (?:exist|appear)$/, (groups, clause) => present(groups, clause, "absent")],
  [new RegExp(`^${lead}(?<some>${some})?(?<l>L\\d+) (?:is|being) (?:both )?(?:being )?given$`), (groups, clause) => present(groups, clause, "present")],
  [new RegExp(`^${lead}(?:give|giving)(?: the| an?| both)? (?<some>${some})?(?<l>L\\d+)(?: [a-z]+)? instead$`), (groups, clause) => present(groups, clause, "present")],
  [new RegExp(`^${lead}(?:give|giving)(?: the| an?| both)? (?<some>${some})?(?<l>L\\d+)$`), (groups, clause) => present(groups, clause, "present")],
  [/^(?:there (?:is|exists) )?(?:an? )?(?<l>L\d+) (?:exists?|appears?)$/, (groups, clause) => present(groups, clause, "present")],
  [/^there is (?:an? )?(?<l>L\d+)$/, (groups, clause) => present(groups, clause, "present")],
  // "the source is a receiver (`flow` is `receiver`)"
  [/^[^LUV()]{1,100} \( (?:i\.e (?:\. )?|ie |that is )?(?:, )?(?<inner>[^()]{1,200}) \)$/, ({ inner }, clause) => valueOnly(readCondition(inner ?? "", clause))],
  // "invoices if `collection_method` is `send_invoice`"
  [/^[a-z][a-z -]{0,60}? (?:if|with|that have|having|whose|in|of|by|with the) (?<inner>[^a-z ].{0,200}|(?:the|a|an) .{1,200})$/, ({ inner }, clause) => valueOnly(readCondition(inner ?? "", clause))],
];

/** "if you do not give a and b": not both of them */
function notGiving(groups: Groups, clause: Clause): Read | undefined {
  const read = present(groups, clause, "absent");
  return read === undefined || read.condition.kind === "is" ? undefined : { ...read, condition: { ...read.condition, every: read.condition.list.joined !== "and" || read.condition.list.groups.length < 2 } };
}

function truth(placeholder: string | undefined, clause: Clause, value: boolean): Read | undefined {
  const list = listAt(placeholder, clause);
  const [name, ...more] = list === undefined ? [] : flat(list);
  return list === undefined || name === undefined || more.length > 0 || !isBoolean(clause.scope, name) ? undefined : { condition: { kind: "is", list, values: [value], negated: false }, confidence: "certain" };
}

function valueOnly(read: Read | undefined): Read | undefined {
  return read?.condition.kind === "is" ? read : undefined;
}

const kinds: readonly RegExp[] = [
  // "`external` attachments", "creating a `card` payment"
  new RegExp(`^(?:you )?(?:[a-z]+ing |give )?(?:the |an? |all |any )?(${valueRow})(?: (?!is|and|or)[a-z]+){0,3}$`),
  // "attachments of type `external`"
  new RegExp(`^(?:the |an? |all |any |(?:[a-z]+ing )(?:the |an? )?)?(?:[a-z]+ ){1,3}of (?:the )?(?:type|kind|form) (${valueRow})$`),
  new RegExp(`^(?:the |an? )?(?:type|kind|form) (${valueRow})$`),
  // "`card` is used"
  new RegExp(`^(?:the )?(${valueRow})(?: [a-z]+)? is given$`),
  // "the type is `card`", where no field is called so
  new RegExp(`^(?:the |an? )?(?:[a-z]+ ){0,2}(?:type|kind|mode|method|format|status) is (${valueRow})$`),
];

/** Conditions that are said by what they are about: "for `external` attachments", "for production databases". */
const kindOf = (text: string, clause: Clause): Read | undefined => {
  const [, values] = kinds.map((pattern) => pattern.exec(text)).find((match) => match !== null) ?? [];
  if (values !== undefined) {
    const read = valuesIn(values, clause);
    const field = holderOf(clause.scope, read);
    return field === undefined ? undefined : { condition: { kind: "is", list: row(field), values: read, negated: false }, confidence: "likely" };
  }
  const [, placeholder] = /^(?:the |all |any )?(L\d+) [a-z]+$/.exec(text) ?? [];
  const read = truth(placeholder, clause, true);
  return read === undefined ? undefined : { ...read, confidence: "likely" };
};

/** What the words after "if" say; undefined where that cannot be said of the fields in scope. */
function readCondition(text: string, clause: Clause): Read | undefined {
  for (const [pattern, read] of conditions) {
    const match = pattern.exec(text);
    const condition = match === null ? undefined : read(match.groups ?? {}, clause);
    if (condition !== undefined) return condition;
  }
  return undefined;
}

/** All of the text, or less of it: up to a comma or a mark that ends the condition. */
const cuts = (text: string): readonly (readonly [condition: string, rest: string])[] => {
  const marks = [...text.matchAll(/ (?:,|;|:|\.|\(|–|—|-|but|otherwise|or absent|and absent|to) /g)].slice(0, 8).map(({ index }) => index);
  return [text.length, ...marks.toReversed()].map((end) => [text.slice(0, end).replace(/[ ,.;:]+$/, ""), text.slice(end).trim()] as const);
};

const negated = (condition: Condition): Condition =>
  condition.kind === "is" ? { ...condition, negated: !condition.negated } : { ...condition, kind: condition.kind === "present" ? "absent" : "present", every: !condition.every || condition.list.groups.length < 2 };

const whenValue = (subject: FieldList, { list, values, negated: not }: Condition & { readonly kind: "is" }, verdict: "required" | "forbidden"): readonly Statement[] => {
  const [field] = flat(list);
  const fields = flat(subject).filter((name) => name !== field);
  if (field === undefined || fields.length < flat(subject).length || (verdict === "required" && subject.joined !== "and" && fields.length > 1)) return [];
  return [{ kind: "when", condition: { field, values, negated: not }, verdict, fields }];
};

/** The subject has to be set while the condition holds. */
const required = (subject: FieldList, condition: Condition): readonly Statement[] => {
  if (condition.kind === "is") return whenValue(subject, condition, "required");
  const { list, every } = condition;
  const names = flat(list);
  // a field that is required when it is there says nothing
  if (flat(subject).some((name) => names.includes(name))) return [];
  // "if a and b are set" asks for both, which is no rule between two sides
  if (condition.kind === "present") return every && names.length > 1 ? [] : requires(names, flat(subject), subject.joined === "or");
  const subjects: readonly Group[] = subject.joined === "and" ? [flat(subject)] : subject.groups;
  return choice("atLeastOne", [...subjects, ...(every ? list.groups : [names])]);
};

/** The subject must not be set while the condition holds. */
const forbidden = (subject: FieldList, condition: Condition): readonly Statement[] => {
  if (condition.kind === "is") return whenValue(subject, condition, "forbidden");
  const names = flat(condition.list);
  if (condition.kind === "present") return condition.every && names.length > 1 ? [] : notTogether(flat(subject), names);
  return requires(flat(subject), names, condition.every);
};

const verdicts = { required, forbidden } as const;

interface Options {
  /** "only if": the verdict holds while the condition does not. */
  readonly only?: boolean;
  readonly confidence?: Confidence;
}

/**
 * The wordings "… if CONDITION" and "… unless CONDITION" of a head, and with the condition first. The head's subject is `{L:a}`,
 * or the described field.
 */
export const conditional = (verdict: keyof typeof verdicts, heads: readonly string[], subjectOf: (found: Found) => FieldList | undefined, { only = false, confidence = "certain" }: Options = {}): readonly Wording[] => {
  const says =
    (flipped: boolean, leading: boolean, read: typeof readCondition, both = false): Wording[1] =>
    (found) => {
      const subject = subjectOf(found);
      const text = found.text("c");
      if (subject === undefined || text === undefined) return undefined;
      for (const [part, rest] of leading ? [[text.replace(/[ ,]+$/, ""), ""] as const] : cuts(text)) {
        if (/^(?:(?:and|or) |[LUV]\d)/.test(rest)) continue;
        const condition = read(part, found.clause);
        if (condition === undefined) continue;
        const statements = [...verdicts[verdict](subject, flipped ? negated(condition.condition) : condition.condition), ...(both ? forbidden(subject, negated(condition.condition)) : [])];
        const sure = confidence === "certain" ? condition.confidence : confidence;
        if (statements.length > 0) return { statements, rest, lists: [condition.condition.list], ...(sure !== "certain" && { confidence: sure }) };
      }
      return undefined;
    };
  const anyCondition: typeof readCondition = (text, clause) => readCondition(text, clause) ?? kindOf(text, clause);
  const ofKind: typeof readCondition = (text, clause) => valueOnly(readCondition(text, clause) ?? kindOf(text, clause));
  return heads.flatMap((head): readonly Wording[] => [
    [`${head}(?: ,)? (?:only )?if {C:c}`, says(only, false, anyCondition)],
    [`${head}(?: ,)? (?:only )?(?:for|in|on|with|by|by giving) {C:c}`, says(only, false, ofKind)],
    ...(only
      ? []
      : ([
          ...(verdict === "required" ? ([[`${head}(?: ,)? iff {C:c}`, says(false, false, anyCondition, true)]] as const) : []),
          [`${head}(?: ,)? unless {C:c}`, says(true, false, readCondition)],
          [`if (?<c>.{1,200}?)(?: ,)?(?: then)?(?: the| an?)? ${head}`, says(false, true, readCondition)],
          [`(?:for|in|with) (?<c>.{1,120}?) , ${head}`, says(false, true, ofKind)],
          [`giving (?<c>L\\d+)(?: ,)? ${head}`, says(false, true, (text, clause) => present({ l: text }, clause, "present"))],
          [`unless (?<c>.{1,200}?)(?: ,)?(?: then)? ${head}`, says(true, true, readCondition)],
        ] as const)),
  ]);
};
