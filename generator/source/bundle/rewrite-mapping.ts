import { child } from "../pointer.js";
import { valueAt } from "../resolve.js";
import type { SourceObject, SourceValue } from "../value.js";
import { type Bundling, placeOf } from "./bundling.js";
import { localReference } from "./reference.js";
import { fromOf, type Spot, toOf } from "./spot.js";

const looksLikeReference = (text: string): boolean => text.includes("#") || /\.(?:ya?ml|json)$/.test(text);

/** A bare name means a schema of the entry; in a file that has such a schema itself, that one is meant. */
const referenceOf = (text: string, spot: Spot, { entry }: Bundling): string | undefined => {
  if (looksLikeReference(text)) return text;
  const { file } = spot.mount;
  const pointer = child("/components/schemas", text);
  return file !== entry && valueAt(file.value, pointer) !== undefined ? localReference(pointer) : undefined;
};

/**
 * A discriminator's mapping names schemas, or refers to them (OpenAPI 3.1 §4.8.25). A value that leads nowhere only loses
 * its hint, so it is a warning.
 */
export const rewriteMapping = (source: SourceObject, spot: Spot, bundling: Bundling): SourceObject =>
  new Map(
    [...source].flatMap(([name, text]): readonly [string, SourceValue][] => {
      const reference = typeof text === "string" ? referenceOf(text, spot, bundling) : undefined;
      if (reference === undefined) return [[name, text]];
      const found = bundling.references.find(spot.mount.file, fromOf(spot), reference);
      if (found !== undefined && !("code" in found)) return [[name, localReference(placeOf(found, "schema", bundling))]];
      const why = found?.message ?? `${JSON.stringify(reference)} cannot be read`;
      bundling.report("keyword-ignored", {
        message: `the mapping is left out: ${why}`,
        at: { pointer: child(toOf(spot), name) },
        ...(found?.hint !== undefined && { hint: found.hint }),
      });
      return [];
    }),
  );
