import type { FilterWire } from "../model/filter.js";
import type { Pointer } from "../source/pointer.js";

/** What stands for the name of the field in the table that the run time reads. */
const hole = "{field}";

const filled = (template: string, field: string): string => template.replace(hole, () => field);

const withHole = (wireName: string, field: string, at: number): string =>
  wireName.slice(0, at) + hole + wireName.slice(at + field.length);

/**
 * The name of a filter parameter with `{field}` in the place of the field's name, so that fields spelled alike look alike.
 * Undefined where no template gives the name: it holds `{field}` itself.
 *
 * wireTemplate("created_at__gte", "created_at") ~> `{field}__gte`
 */
const wireTemplate = (wireName: string, field: string): string | undefined => {
  const at = field === "" ? -1 : wireName.lastIndexOf(field);
  const first = field === "" ? 0 : wireName.indexOf(field);
  const templates = [first, at].flatMap((index) => (index < 0 ? [] : [withHole(wireName, field, index)]));
  return [...templates, wireName].find((template) => filled(template, field) === wireName);
};

/** A name of the field as it stands in the query; undefined where the run time could not make it of the field's name. */
export const wireOf = (name: string, field: string, pointer: Pointer): FilterWire | undefined => {
  const template = wireTemplate(name, field);
  return template === undefined ? undefined : { name, template, pointer };
};
