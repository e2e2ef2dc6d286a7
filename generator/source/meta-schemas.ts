import schema from "ajv/dist/refs/json-schema-2020-12/schema.json" with { type: "json" };
import applicator from "ajv/dist/refs/json-schema-2020-12/meta/applicator.json" with { type: "json" };
import content from "ajv/dist/refs/json-schema-2020-12/meta/content.json" with { type: "json" };
import core from "ajv/dist/refs/json-schema-2020-12/meta/core.json" with { type: "json" };
import formatAnnotation from "ajv/dist/refs/json-schema-2020-12/meta/format-annotation.json" with { type: "json" };
import metaData from "ajv/dist/refs/json-schema-2020-12/meta/meta-data.json" with { type: "json" };
import unevaluated from "ajv/dist/refs/json-schema-2020-12/meta/unevaluated.json" with { type: "json" };
import validation from "ajv/dist/refs/json-schema-2020-12/meta/validation.json" with { type: "json" };

const all: readonly { readonly $id: string }[] = [schema, applicator, content, core, formatAnnotation, metaData, unevaluated, validation];

const byUri: ReadonlyMap<string, { readonly $id: string }> = new Map(all.map((one) => [one.$id, one]));

/** The text of a meta-schema of JSON Schema 2020-12 by its URI: the schemas that everybody may refer to without having them. */
export const metaSchema = (uri: string): string | undefined => {
  const found = byUri.get(uri);
  return found === undefined ? undefined : JSON.stringify(found);
};
