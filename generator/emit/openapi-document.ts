import type { Contract } from "../model/contract.js";
import { child, type Pointer } from "../source/pointer.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";

/** Keywords that vanish when nothing is left in them. */
const containers = new Set(["dependentRequired", "dependentSchemas", "allOf"]);

const isLeft = (key: string, value: SourceValue): boolean => {
  if (!containers.has(key)) return true;
  return isSourceObject(value) ? value.size > 0 : !isSourceArray(value) || value.length > 0;
};

/**
 * The document without the keywords that became rules. What is left has no branch that only says `required`, which is
 * what makes openapi-typescript's unions collapse to `unknown`.
 */
export const openapiDocument = (contract: Contract): SourceObject => {
  const consumed = new Set<Pointer>(contract.consumed);

  const members = (value: SourceObject, pointer: Pointer): SourceObject =>
    new Map(
      [...value].flatMap(([key, member]): readonly [string, SourceValue][] => {
        const at = child(pointer, key);
        if (consumed.has(at)) return [];
        const left = pruned(member, at);
        return isLeft(key, left) ? [[key, left]] : [];
      }),
    );

  const wasEmptied = (before: SourceValue, after: SourceValue): boolean =>
    isSourceObject(before) && isSourceObject(after) && before.size > 0 && after.size === 0;

  const pruned = (value: SourceValue, pointer: Pointer): SourceValue => {
    if (isSourceArray(value))
      return value.flatMap((item, index) => {
        const left = pruned(item, child(pointer, index));
        return wasEmptied(item, left) ? [] : [left];
      });
    return isSourceObject(value) ? members(value, pointer) : value;
  };

  return members(contract.document, "");
};
