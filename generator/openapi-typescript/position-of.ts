import { child, type Pointer, tokens } from "../source/pointer.js";

/** The parameter of these that stands under a place and a name, as openapi-typescript names it in paths. */
export type FindParameter = (owner: Pointer, place: string, name: string) => Pointer | undefined;

const pointerOf = (parts: readonly string[]): Pointer => child("", ...parts);

/** What of a media type, or of what is described by one, is a schema. */
const schemaOf = (owner: readonly string[]): Pointer => pointerOf([...owner, "schema"]);

/** `["requestBody", "content", "application/json"]`, and the like of responses, whose headers have schemas too */
const isBody = ([first, second, third, fourth, ...more]: readonly string[]): boolean =>
  (first === "requestBody" && second === "content" && third !== undefined && fourth === undefined) ||
  (first === "responses" && (third === "content" || third === "headers") && fourth !== undefined && more.length === 0);

const inPathItem = (item: readonly string[], [first, ...rest]: readonly string[], findParameter: FindParameter): Pointer | undefined => {
  if (first === undefined) return undefined;
  // those of the path item are called `parameters/parameters/query/page`
  const [owner, below] = first === "parameters" ? [item, rest] : [[...item, first], rest];
  const [section, place, name, ...more] = below;
  if (section === "parameters" && place !== undefined && name !== undefined && more.length === 0) return findParameter(pointerOf(owner), place, name);
  return first !== "parameters" && isBody(below) ? schemaOf([...owner, ...below]) : undefined;
};

const inComponents = (section: string, name: string, rest: readonly string[], findParameter: FindParameter): Pointer | undefined => {
  const own = ["components", section, name];
  if (section === "pathItems") return inPathItem(own, rest, findParameter);
  if (rest.length === 0) return section === "schemas" ? pointerOf(own) : section === "parameters" || section === "headers" ? schemaOf(own) : undefined;
  const isInside = rest.length === 2 && (rest[0] === "content" ? section === "requestBodies" || section === "responses" : rest[0] === "headers" && section === "responses");
  return isInside ? schemaOf([...own, ...rest]) : undefined;
};

/**
 * The schema that openapi-typescript is at, by the path that it tells: `#/paths/~1pets/post/requestBody/content/application~1json`
 * ~> `/paths/~1pets/post/requestBody/content/application~1json/schema`. Undefined for what stands inside of a schema.
 */
export const positionOf = (path: string, findParameter: FindParameter): Pointer | undefined => {
  const [root, first, second, ...rest] = tokens(path.replace(/^#/, ""));
  if (first === undefined || second === undefined) return undefined;
  if (root === "components") return inComponents(first, second, rest, findParameter);
  return root === "paths" || root === "webhooks" ? inPathItem([root, first], [second, ...rest], findParameter) : undefined;
};
