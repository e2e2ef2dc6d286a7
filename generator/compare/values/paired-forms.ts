import { groupedBy } from "../../source/grouped-by.js";
import type { Comparing } from "../comparing.js";
import { typesText } from "../shapes/describe.js";
import { describedNames, flatten, memberShapes } from "../shapes/flat.js";
import { refsOf } from "../shapes/refs-of.js";
import { shapesKey, type World } from "../shapes/world.js";
import type { Shape } from "../../surface/shape.js";

type Form = readonly Shape[];

interface PairedForms {
  readonly pairs: readonly (readonly [Form, Form])[];
  readonly removed: readonly Form[];
  readonly added: readonly Form[];
}

/** Forms with the same key are the same form; those without one are not looked at. */
interface Way {
  readonly keyOf: (form: Form, isOld: boolean) => string | undefined;
  /** Is the key only worth something where no other form has it? */
  readonly isSole: boolean;
}

/** The listed values of the fields that tell forms apart: `kind="cat"` */
const marksOf = (form: Form, world: World): string | undefined => {
  const flat = flatten(form, world);
  const marks = describedNames(flat).flatMap((name) => {
    const member = memberShapes(flat, name);
    const listed = member === undefined ? undefined : flatten(member, world).listed;
    return listed?.length === 1 ? [`${name}=${JSON.stringify(listed[0])}`] : [];
  });
  return marks.length === 0 ? undefined : marks.join(" ");
};

const typesOf = (form: Form, world: World): string => {
  const { types, listed } = flatten(form, world);
  return listed !== undefined ? "listed" : typesText(new Set([...types].map((type) => (type === "integer" ? "number" : type))));
};

/** Forms that are the same in both versions: equal ones first, then by name, by a mark, and at last the only ones of their type. */
export const pairedForms = (old: readonly Form[], now: readonly Form[], { oldWorld, newWorld, renamed }: Comparing): PairedForms => {
  const ways: readonly Way[] = [
    { keyOf: shapesKey, isSole: false },
    { keyOf: (form, isOld) => refsOf(form).map((id) => (isOld ? (renamed.get(id) ?? id) : id))[0], isSole: false },
    { keyOf: (form, isOld) => marksOf(form, isOld ? oldWorld : newWorld), isSole: true },
    { keyOf: (form, isOld) => typesOf(form, isOld ? oldWorld : newWorld), isSole: true },
    ...(old.length === 1 && now.length === 1 ? [{ keyOf: () => "only", isSole: true }] : []),
  ];
  const [gone, come] = [new Set(old), new Set(now)];
  const pairs: (readonly [Form, Form])[] = [];
  for (const { keyOf, isSole } of ways) {
    const others = groupedBy(come, (form) => keyOf(form, false));
    for (const [key, forms] of groupedBy(gone, (form) => keyOf(form, true))) {
      const same = others.get(key) ?? [];
      if (isSole && (same.length > 1 || forms.length > 1)) continue;
      for (const [index, form] of forms.entries()) {
        const other = same[index];
        if (other === undefined) continue;
        pairs.push([form, other]);
        gone.delete(form);
        come.delete(other);
      }
    }
  }
  return { pairs, removed: [...gone], added: [...come] };
};
