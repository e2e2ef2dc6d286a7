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
