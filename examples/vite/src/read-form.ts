import { validateSubscription } from "#api";

/** What a form says, or what is wrong with it. */
export const readForm = (fields: Iterable<readonly [string, unknown]>): ReturnType<typeof validateSubscription> =>
  // a form has fields that nobody has filled in; the API has none
  validateSubscription(Object.fromEntries([...fields].filter(([, value]) => value !== "")));
