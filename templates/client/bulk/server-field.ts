/** Of the item as a whole, in the words of common frameworks. */
const whole = new Set(["", "non_field_errors", "__all__", "detail", "message", "error", "title"]);

/** comparable("FirstName") ~> "firstname"; comparable("first_name") ~> "firstname" */
const comparable = (name: string): string => name.replaceAll(/[_-]/g, "").toLowerCase();

/** The wire name of a field that the server calls otherwise: as it is, else without regard to case and joiners. */
const wireName = (name: string, fields: readonly string[]): string | undefined =>
  fields.find((field) => field === name) ?? fields.find((field) => comparable(field) === comparable(name));

/** Does the item have the field, whatever the server calls it? */
export const isField = (name: string, fields: readonly string[]): boolean => wireName(name, fields) !== undefined;

/** fieldPath("Meta.Team[0]", ["meta"]) ~> ["meta", "Team", 0]; what concerns the whole item has an empty path. */
export const fieldPath = (name: string, fields: readonly string[]): readonly (string | number)[] => {
  const known = wireName(name, fields);
  if (known !== undefined) return [known];
  if (whole.has(name)) return [];
  const [first = "", ...rest] = name.split(/[.[\]]+/).filter((part) => part !== "");
  return [wireName(first, fields) ?? first, ...rest.map((part) => (/^\d+$/.test(part) ? Number(part) : part))];
};

/** The position in a list that a name begins with: `Accounts[3].UserName` is 3 and `UserName`. */
export const positionIn = (name: string): { readonly position: number; readonly field: string } | undefined => {
  const [, digits, field = ""] = /^[^[\].]*\[(\d+)\]\.?(.*)$/s.exec(name) ?? [];
  return digits === undefined ? undefined : { position: Number(digits), field };
};
