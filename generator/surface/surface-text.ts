import type { Surface } from "./surface.js";

/** A value stands on one line if it is no longer. */
const longest = 140;

const laidOut = (value: unknown, before: string): string => {
  const short = JSON.stringify(value);
  if (typeof value !== "object" || value === null || short.length <= longest) return short;
  const inner = `${before} `;
  const isList = Array.isArray(value);
  const items = isList
    ? value.map((item) => laidOut(item, inner))
    : Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${laidOut(member, inner)}`);
  return `${isList ? "[" : "{"}\n${items.map((item) => inner + item).join(",\n")}\n${before}${isList ? "]" : "}"}`;
};

/** The surface as JSON, what is small on a line of its own, so that a difference is a few lines. */
export const surfaceText = (surface: Surface): string => `${laidOut(surface, "")}\n`;
