import { isSourceArray, isSourceObject, type SourceValue } from "./value.js";

/** A text that two values have in common only if they are the same, the order of members included. */
export const canonicalText = (value: SourceValue): string => {
  const parts: string[] = [];
  const add = (one: SourceValue): void => {
    if (isSourceArray(one)) {
      parts.push("[");
      for (const item of one) {
        add(item);
        parts.push(",");
      }
      parts.push("]");
    } else if (isSourceObject(one)) {
      parts.push("{");
      for (const [key, member] of one) {
        parts.push(JSON.stringify(key), ":");
        add(member);
        parts.push(",");
      }
      parts.push("}");
    } else if (typeof one === "string") parts.push(JSON.stringify(one));
    // JSON has neither infinity nor minus zero
    else parts.push(Object.is(one, -0) ? "-0" : String(one));
  };
  add(value);
  return parts.join("");
};
