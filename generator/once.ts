/** Loads a resource when it is first asked for, once, and closes it if it was. */
export interface Once<Resource> {
  readonly get: () => Promise<Resource>;
  readonly close: () => Promise<void>;
}

export const once = <Resource extends { readonly close: () => Promise<void> }>(load: () => Promise<Resource>): Once<Resource> => {
  let loading: Promise<Resource> | undefined;
  return {
    get: () => (loading ??= load()),
    close: async () => (await loading)?.close(),
  };
};
