import type { Contract, MediaType } from "../../model/contract.js";
import type { Schema } from "../../model/schema.js";
import type { Pointer } from "../../source/pointer.js";
import { formIn } from "../../plan/form.js";
import { holdsFiles } from "./form-code.js";

/** The schema, and those that it does no more than refer to. */
const aliases = (schema: Schema): readonly Schema[] => {
  const { $ref, ...others } = schema.keywords;
  return $ref === undefined || Object.keys(others).length > 0 ? [schema] : [schema, ...aliases($ref.schema())];
};

const pointersOf = (contents: readonly MediaType[]): readonly Pointer[] =>
  contents.flatMap(({ schema }) => (schema === undefined ? [] : aliases(schema).map(({ pointer }) => pointer)));

/**
 * Schemas of forms with files that are sent as nothing else: there a file is whatever a call takes for one, and not the text that
 * the description calls it.
 */
export const sentForms = ({ operations, directions }: Contract): ReadonlySet<Pointer> => {
  const contents = operations.flatMap(({ requestBody }) => requestBody?.content ?? []);
  const isFileForm = (content: MediaType): boolean => {
    const form = formIn(content);
    return form !== undefined && holdsFiles(form.schema);
  };
  const otherwise = new Set(pointersOf(contents.filter((content) => formIn(content) === undefined)));
  return new Set(pointersOf(contents.filter(isFileForm)).filter((pointer) => !otherwise.has(pointer) && !directions(pointer).has("response")));
};
