/** Latin letters that are no letter of ASCII with a mark. */
const latin: ReadonlyMap<string, string> = new Map(
  Object.entries({ ß: "ss", æ: "ae", Æ: "Ae", œ: "oe", Œ: "Oe", ø: "o", Ø: "O", ł: "l", Ł: "L", đ: "d", Đ: "D", ð: "d", Ð: "D", þ: "th", Þ: "Th", ı: "i" }),
);

/** Stands before the code point of a letter that has no spelling in ASCII. */
const mark = "\u0001";

const codePoint = (letter: string): string => ` ${mark}${(letter.codePointAt(0) ?? 0).toString(16)} `;

/** Code is ASCII, so that no two names look alike. A letter of another script is told by its code point, which is always the same. */
const inAscii = (text: string): string => {
  if (/^[ -~]*$/.test(text)) return text;
  return text
    .normalize("NFKD")
    .replaceAll(/[\u0000-\u001f]|\p{M}+/gu, (part) => (part < " " ? " " : ""))
    .replaceAll(/[^\u0000-\u007f]/gu, (one) => latin.get(one) ?? (/[\p{L}\p{N}]/u.test(one) ? codePoint(one) : " "));
};

/** words("HTTPError_code-2") ~> ["HTTP", "Error", "code", "2"]; words("Größe 日") ~> ["Grosse", "u65e5"] */
export const words = (text: string): readonly string[] =>
  (inAscii(text).match(/\u0001[0-9a-f]+|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.replace(mark, "u"));

/** capitalised("listPets") ~> "ListPets" */
export const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** uncapitalised("ListPets") ~> "listPets" */
export const uncapitalised = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const startsWell = (name: string, fallback: string): string => (/^[A-Za-z_$]/.test(name) ? name : `${fallback}${name}`);

/**
 * The name as a type: a name that is an identifier only gets its capital, any other is made of its words.
 * pascalCase("last_name") ~> "LastName"; pascalCase("2fa", "Type") ~> "Type2Fa"
 */
export const pascalCase = (text: string, fallback = "Value"): string => startsWell(words(text).map(capitalised).join(""), fallback);

/** camelCase("last_name") ~> "lastName" */
export const camelCase = (text: string, fallback = "value"): string => {
  const [first = "", ...others] = words(text);
  const head = first === first.toUpperCase() ? first.toLowerCase() : uncapitalised(first);
  return startsWell(head + others.map(capitalised).join(""), fallback);
};

/** kebabCase("OrganizationuserWrite") ~> "organizationuser-write" */
export const kebabCase = (text: string, fallback = "value"): string => {
  const parts = words(text).map((word) => word.toLowerCase());
  return parts.length === 0 ? fallback : parts.join("-");
};

/** typeName("Pet") ~> "Pet"; typeName("pet_list") ~> "PetList"; a name that is an identifier keeps its spelling */
export const typeName = (text: string): string => (/^[A-Z]\w*$/.test(text) && !text.includes("_") ? text : pascalCase(text, "Type"));
