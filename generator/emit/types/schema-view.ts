import { isSourceArray, isSourceObject, type SourceObject } from "../../source/value.js";

/** The names in `required`. */
export const requiredBy = (schema: SourceObject): readonly string[] => {
  const names = schema.get("required");
  return isSourceArray(names) ? names.filter((name): name is string => typeof name === "string") : [];
};

/** What `properties` describes. */
export const fieldsOf = (schema: SourceObject): SourceObject => {
  const properties = schema.get("properties");
  return isSourceObject(properties) ? properties : new Map();
};

/** The types that the schema names, null where it is `nullable`. */
export const typesOf = (schema: SourceObject): readonly string[] | undefined => {
  const type = schema.get("type");
  const nullable = schema.get("nullable") === true ? ["null"] : [];
  return typeof type === "string" ? [type, ...nullable] : isSourceArray(type) ? type.filter((name): name is string => typeof name === "string") : nullable;
};
