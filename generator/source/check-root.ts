import type { Report } from "../diagnostics/collector.js";
import type { Place } from "../diagnostics/place.js";
import type { ReadText } from "./read-text.js";
import { isSourceObject, type SourceObject } from "./value.js";

const versions = /^3\.[012](?:\.|$)/;

/** A version that was written without quotes is a number in YAML: 3.1, and 3 for 3.0 */
const versionOf = (root: SourceObject): string | undefined => {
  const version = root.get("openapi");
  if (typeof version === "number") return Number.isInteger(version) ? `${version}.0` : String(version);
  return typeof version === "string" ? version : undefined;
};

/** The root of an OpenAPI document of a version that is known; undefined after a report. */
export const checkRoot = ({ value, file, locate }: ReadText, report: Report): SourceObject | undefined => {
  const at = (pointer: string): { readonly place: Place } => ({ place: locate(pointer) });
  if (!isSourceObject(value)) {
    report("root-not-object", { message: `${file.path} holds ${Array.isArray(value) ? "a list" : "a single value"}, not an OpenAPI document`, ...at("") });
    return undefined;
  }
  if (value.has("swagger")) {
    report("swagger-2", { message: "this is Swagger 2.0; only OpenAPI 3 is read", ...at("/swagger") });
    return undefined;
  }
  const version = versionOf(value);
  if (version === undefined || !versions.test(version)) {
    const message =
      version !== undefined
        ? `OpenAPI ${JSON.stringify(version)} is not known here; 3.0, 3.1 and 3.2 are`
        : value.has("openapi")
          ? "`openapi` must be a text that names the version"
          : "the document does not say which version of OpenAPI it is: `openapi` is missing";
    report("openapi-version", { message, ...at("/openapi") });
    return undefined;
  }
  return new Map([...value, ["openapi", version]]);
};
