import type { Surface } from "./surface.js";

/** A value stands on one line if it is no longer. */
const longest = 140;

const laidOut = (value: unknown, before: string): string => {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${before} `;
  const isList = Array.isArray(value);
  const items = isList
    ? value.map((item) => laidOut(item, inner))
    : Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${laidOut(member, inner)}`);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  // with the brackets, and a comma between each two
  const length = items.reduce((sum, item) => sum + item.length + 1, items.length === 0 ? 2 : 1);
  return length <= longest ? `${open}${items.join(",")}${close}` : `${open}\n${items.map((item) => inner + item).join(",\n")}\n${before}${close}`;
};

/** The surface as JSON, what is small on a line of its own, so that a difference is a few lines. */
export const surfaceText = (surface: Surface): string => `${laidOut(surface, "")}\n`;
