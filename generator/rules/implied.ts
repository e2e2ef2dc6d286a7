import { child, type Pointer } from "../source/pointer.js";
import { isSourceObject } from "../source/value.js";
import { keyPlace, requiredPlaces } from "./field-places.js";
import { type Rule, rules } from "./index.js";
import { inEachPart, type Owner, type Recognised } from "./owner.js";
import type { Requires } from "./requires.js";
import { whensIn } from "./when.js";

/** `dependentSchemas: { a: { required: [b], … } }` */
const dependencies = (owner: Owner): readonly Recognised<Requires>[] =>
  inEachPart(owner, "dependentSchemas", (value, keyword) =>
    isSourceObject(value)
      ? [...value].flatMap(([name, schema]): readonly Recognised<Requires>[] => {
          const needs = (owner.formOf(schema)?.required ?? []).filter((one) => one !== name).map((one) => ({ name: one, nonNull: false }));
          const pointer = child(keyword, name);
          const places = [keyPlace(name, keyword), ...requiredPlaces(schema, pointer)];
          return needs.length === 0 ? [] : [{ rule: { kind: "requires", pointer, places, field: { name, nonNull: false }, needs }, consumed: [pointer] }];
        })
      : [],
  );

/**
 * Rules that keywords say beside other things, or say of objects alone where the schema takes other values too. The keywords
 * stay what they are, and validators check them; types, documentation and `explain` tell the rules.
 */
export const impliedRules = (owner: Owner, consumed: ReadonlySet<Pointer>): readonly Rule[] => {
  const objects: Owner = { ...owner, onlyObjects: true };
  const kinds: readonly { readonly recognise: (of: Owner) => readonly Recognised<Rule>[] }[] = Object.values(rules);
  const found = [...kinds.flatMap((kind) => kind.recognise(objects)), ...dependencies(objects), ...whensIn(objects, true)];
  const seen = new Set<string>();
  return found.flatMap(({ rule, consumed: keywords }) => {
    const key = keywords.join(" ");
    // a kind that was found strictly comes first
    if (keywords.every((one) => consumed.has(one)) || (seen.has(key) && (rule.kind === "requires" || rule.kind === "when"))) return [];
    seen.add(key);
    return [rule];
  });
};
