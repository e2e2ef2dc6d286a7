import { child, type Pointer } from "../pointer.js";
import type { ReadText } from "../read-text.js";
import { isSourceObject, type SourceObject, type SourceValue } from "../value.js";
import type { Found, References } from "./find-target.js";
import { kindOfMember, kinds } from "./kinds.js";
import type { Places } from "./places.js";

/** What the reference of an object leads to, quietly: what is wrong with it is reported where it is rewritten. */
const targetOf = ({ file, pointer, value }: Found, references: References): Found | undefined => {
  const reference = isSourceObject(value) ? value.get("$ref") : undefined;
  const found = typeof reference === "string" ? references.find(file, pointer, reference) : undefined;
  return found === undefined || "code" in found ? undefined : found;
};

/** Sections may stand in files of their own, by way of any number of references; longer chains are circles. */
const longestChain = 16;

const followed = (start: Found, references: References): Found => {
  let found = start;
  for (let left = longestChain; left > 0; left -= 1) {
    const target = targetOf(found, references);
    if (target === undefined) return found;
    found = target;
  }
  return start;
};

const membersOf = (owner: Found): readonly (readonly [string, Found])[] =>
  isSourceObject(owner.value)
    ? [...owner.value].map(([key, value]) => [key, { file: owner.file, pointer: child(owner.pointer, key), value }])
    : [];

const claimSection = (section: string, owner: Found, entry: ReadText, references: References, places: Places): void => {
  for (const [name, component] of membersOf(owner)) {
    places.reserve(section, name);
    if (component.file !== entry) places.claim(component, section, name);
    const isOnlyReference = isSourceObject(component.value) && component.value.size === 1;
    const target = isOnlyReference ? targetOf(component, references) : undefined;
    if (target !== undefined && target.file !== entry) places.claim(target, section, name);
  }
};

/**
 * Lets every component of the entry keep its name. Where `Pet` is a reference to `./pet.yaml`, or all schemas are in a file
 * of their own, the target takes the place of the reference; otherwise it would get a second name beside it.
 */
export const claimComponents = (entry: ReadText, root: SourceObject, references: References, places: Places): void => {
  const at = (pointer: Pointer, value: SourceValue): Found => ({ file: entry, pointer, value });
  const components = followed(at("/components", root.get("components") ?? null), references);
  for (const [section, owner] of membersOf(components))
    if (kinds[kindOfMember("components", section)].others !== undefined)
      claimSection(section, followed(owner, references), entry, references, places);
};
