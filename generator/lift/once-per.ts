/** The same function, which works out once what it says of each key. */
export const oncePer = <Key, Value extends {}>(valueOf: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = valueOf(key);
    known.set(key, value);
    return value;
  };
};
