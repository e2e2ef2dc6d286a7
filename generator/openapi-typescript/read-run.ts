import type { GlobalContext } from "openapi-typescript";
import { fromPlain } from "../source/from-plain.js";
import { tokens } from "../source/pointer.js";
import type { SourceObject } from "../source/value.js";

type Resolve = GlobalContext["resolve"];

/** Looks for something without a warning where it is not there; says whether that is possible. */
export interface Quietly {
  readonly isPossible: (resolve: Resolve) => boolean;
  readonly look: <Found>(look: () => Found) => Found;
}

/** Does anything in the value refer to a component? */
const mentionsComponents = (value: unknown): boolean => {
  if (typeof value === "string") return value.startsWith("#/components/");
  return typeof value === "object" && value !== null && Object.values(value).some(mentionsComponents);
};

/**
 * The document of a run, put together of the parts that `resolve` gives: it has no name for the whole, and openapi-typescript warns of
 * what is not there. Where that cannot be kept from the user, only what must be there is looked for. `path` is where
 * openapi-typescript is: in the order of paths, webhooks, components.
 */
export const documentOf = (path: string, resolve: Resolve, quietly: Quietly): SourceObject => {
  const isQuiet = quietly.isPossible(resolve);
  const here = tokens(path.replace(/^#/, ""))[0];
  const part = (name: string, isThere: boolean): unknown => (isThere || isQuiet ? quietly.look(() => resolve(`#/${name}`)) : undefined);
  const openapi = resolve("#/openapi");
  const paths = part("paths", here === "paths" || String(openapi).startsWith("3.0"));
  const webhooks = part("webhooks", here === "webhooks");
  const components = part("components", here === "components" || mentionsComponents([paths, webhooks]));
  return new Map(Object.entries({ openapi, paths, webhooks, components }).flatMap(([name, found]) => (found === undefined ? [] : [[name, fromPlain(found)]])));
};
