/** Dropping a filter in silence would return too many rows, so whatever cannot be written throws. */
export const refuse = (message: string): never => {
  throw new TypeError(message);
};
