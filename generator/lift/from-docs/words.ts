/** Words of a name or a path, in ASCII: "Bulk write 'Organizationuser'" ~> ["Bulk", "write", "Organizationuser"] */
export const wordsOf = (text: string): readonly string[] => (text.match(/[A-Za-z]{1,60}|\d{1,20}/g) ?? []).slice(0, 20);

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** "organization user" ~> "OrganizationUser" */
export const pascal = (text: string): string => wordsOf(text).map(capitalised).join("");

/** "Bulk write users" ~> "bulkWriteUsers" */
export const camel = (text: string): string => {
  const name = pascal(text);
  return name.charAt(0).toLowerCase() + name.slice(1);
};

/** The first of `name`, `name2`, `name3` … that is not taken. */
export const freeName = (name: string, taken: { readonly has: (name: string) => boolean }): string => {
  let number = 2;
  let free = name;
  while (taken.has(free)) {
    free = `${name}${number}`;
    number += 1;
  }
  return free;
};
