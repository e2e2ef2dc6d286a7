/** words("HTTPError_code-2") ~> ["HTTP", "Error", "code", "2"] */
export const words = (text: string): readonly string[] =>
  text.normalize("NFKD").match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const startsWell = (name: string, fallback: string): string => (/^[A-Za-z_$]/.test(name) ? name : `${fallback}${name}`);

/**
 * The name as a type: a name that is an identifier only gets its capital, any other is made of its words.
 * pascalCase("last_name") ~> "LastName"; pascalCase("2fa", "Type") ~> "Type2fa"
 */
export const pascalCase = (text: string, fallback = "Value"): string => startsWell(words(text).map(capital).join(""), fallback);

/** camelCase("last_name") ~> "lastName" */
export const camelCase = (text: string, fallback = "value"): string => {
  const [first = "", ...others] = words(text);
  const head = first === first.toUpperCase() ? first.toLowerCase() : first.charAt(0).toLowerCase() + first.slice(1);
  return startsWell(head + others.map(capital).join(""), fallback);
};

/** kebabCase("OrganizationuserWrite") ~> "organizationuser-write" */
export const kebabCase = (text: string, fallback = "value"): string => {
  const parts = words(text).map((word) => word.toLowerCase());
  return parts.length === 0 ? fallback : parts.join("-");
};

/** typeName("Pet") ~> "Pet"; typeName("pet_list") ~> "PetList"; a name that is an identifier keeps its spelling */
export const typeName = (text: string): string => (/^[A-Z]\w*$/.test(text) && !text.includes("_") ? text : pascalCase(text, "Type"));
