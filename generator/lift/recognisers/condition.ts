import type { Statement } from "../statement.js";
import type { FieldList } from "../text/clause.js";
import type { Found, Wording } from "./recogniser.js";
import { choice, flat, notTogether, requires } from "./say.js";

/** What follows "if": fields that are set or not, or a field that has a value or not. */
export type Condition =
  | { readonly kind: "present" | "absent"; readonly list: FieldList }
  | { readonly kind: "is"; readonly list: FieldList; readonly values: Found; readonly negated: boolean };

/** Ways to state a condition, the more specific first. `{L:c}` are its fields and `{V:v}` its values. */
const conditions: readonly (readonly [pattern: string, read: (found: Found, list: FieldList) => Condition])[] = [
  ["(?:the )?(?:value of )?{L:c} (?:(?:is|are) (?:set to |equal to |one of |either )?|equals |= |(?:has|have|having) (?:the |a )?value(?: of)? )(?:anything (?:other than|but)|something other than|not|other than|any value (?:other than|but|except)|not one of|not equal to|not set to) {V:v}", (found, list) => ({ kind: "is", list, values: found, negated: true })],
  ["(?:the )?(?:value of )?{L:c} (?:(?:is|are) (?:set to |set as |equal to |one of |either |of type |of )?|equals |(?:=|==) |set to |(?:has|have|having) (?:the |a )?value(?: of)? |being )(?:the value )?{V:v}", (found, list) => ({ kind: "is", list, values: found, negated: false })],
  ["{giving} {L:c} (?:=|as|to|of|with) {V:v}", (found, list) => ({ kind: "is", list, values: found, negated: false })],
  ["{L:c} {be} (?:also )?(?:not (?:also )?(?:{given}|being {given})|omitted|missing|absent|left (?:out|empty|blank)|empty|blank|null|unset|excluded|un{given})", (_, list) => ({ kind: "absent", list })],
  ["(?:none of|neither|no)(?: the)? {L:c}(?: {be} (?:also )?{given})?", (_, list) => ({ kind: "absent", list })],
  ["(?:you )?(?:do not|does not|not|without) (?:{give}|{giving}|contain)(?: an?)? {L:c}", (_, list) => ({ kind: "absent", list })],
  ["{L:c} (?:do|does) not (?:exist|appear)", (_, list) => ({ kind: "absent", list })],
  ["(?:either |both |any of |one of )?{L:c} {be} (?:also |both |already |being )?(?:{given}|not (?:null|empty|omitted)|non-null)", (_, list) => ({ kind: "present", list })],
  ["(?:you (?:also |are )?)?(?:{give}|{giving})(?: either| both| the| an?)? {L:c}", (_, list) => ({ kind: "present", list })],
  ["(?:there {be} )?(?:an? )?{L:c}(?: exists?| appears?)?", (_, list) => ({ kind: "present", list })],
];

const negated = (condition: Condition): Condition =>
  condition.kind === "is" ? { ...condition, negated: !condition.negated } : { ...condition, kind: condition.kind === "present" ? "absent" : "present" };

const whenValue = (subject: FieldList, { list, values, negated: not }: Condition & { readonly kind: "is" }, verdict: "required" | "forbidden"): readonly Statement[] => {
  const [field, ...more] = flat(list);
  const fields = flat(subject).filter((name) => name !== field);
  if (field === undefined || more.length > 0 || fields.length === 0) return [];
  return [{ kind: "when", condition: { field, values: values.value("v"), negated: not }, verdict, fields }];
};

/** The subject has to be set while the condition holds. */
const required = (subject: FieldList, condition: Condition): readonly Statement[] => {
  if (condition.kind === "is") return whenValue(subject, condition, "required");
  const { list } = condition;
  if (condition.kind === "present") {
    // "if a and b are set" asks for both, which is no rule between two sides
    if (list.joined !== "or" && flat(list).length > 1) return [];
    return requires(flat(list), flat(subject), false);
  }
  return choice("atLeastOne", [flat(subject), ...(list.joined === "and" && condition.kind === "absent" && list.groups.length > 1 ? [flat(list)] : list.groups)]);
};

/** The subject must not be set while the condition holds. */
const forbidden = (subject: FieldList, condition: Condition): readonly Statement[] => {
  if (condition.kind === "is") return whenValue(subject, condition, "forbidden");
  const names = flat(condition.list);
  return condition.kind === "present" ? notTogether(flat(subject), names) : requires(flat(subject), names, condition.list.joined === "or");
};

const verdicts = { required, forbidden } as const;

const ifs = "(?:only )?(?:if|when|whenever|where|in case|in cases? where|as long as|provided that|in the case that|for)";

/**
 * The wordings "… if CONDITION" and "… unless CONDITION" of a head, and with the condition first. The head's subject is `{L:a}`,
 * or the described field.
 */
export const conditional = (
  verdict: keyof typeof verdicts,
  heads: readonly string[],
  subjectOf: (found: Found) => FieldList | undefined,
  { only = false }: { readonly only?: boolean } = {},
): readonly Wording[] => {
  const says =
    (read: (found: Found, list: FieldList) => Condition, flipped: boolean): Wording[1] =>
    (found) => {
      const list = found.list("c");
      const subject = subjectOf(found);
      if (list === undefined || subject === undefined) return undefined;
      const condition = read(found, list);
      const statements = verdicts[verdict](subject, flipped ? negated(condition) : condition);
      return statements.length === 0 ? undefined : { statements };
    };
  return heads.flatMap((head) =>
    conditions.flatMap(([pattern, read]): readonly Wording[] => [
      [`${head}(?: ,)?(?: only)? ${ifs}(?: and only if| either| both)? ${pattern}`, says(read, only)],
      ...(only ? [] : ([[`${head}(?: ,)? (?:unless|except (?:if|when)) (?:either |both )?${pattern}`, says(read, true)]] as const)),
      ...(only
        ? []
        : ([
            [`(?:if|when|whenever|in case) (?:either |both )?${pattern}(?: ,)?(?: then)? ${head}`, says(read, false)],
            [`unless (?:either |both )?${pattern}(?: ,)? ${head}`, says(read, true)],
          ] as const)),
    ]),
  );
};
