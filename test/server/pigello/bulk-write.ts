import { type Answer, jsonAnswer } from "../http/answer.js";
import type { PigelloState } from "./pigello-state.js";
import { createUser, type Written } from "./write-user.js";

/** Undoes what was written before an item that failed. */
class Refused extends Error {
  constructor(readonly results: readonly Written[]) {
    super("not every item is valid");
  }
}

const allOrNothing = (state: PigelloState, items: readonly unknown[]): readonly Written[] => {
  try {
    return state.transaction(() => {
      const results = items.map((item) => createUser(state, item));
      if (results.some(({ errors }) => errors !== undefined)) throw new Refused(results);
      return results;
    });
  } catch (error) {
    if (error instanceof Refused) return error.results;
    throw error;
  }
};

/**
 * Writes an array of bodies, the answers at the positions of their items. What happens when some fail is not documented;
 * here either nothing is written, with the errors in the form of Django REST framework's ListSerializer (inferred), or
 * (`partial`) the valid ones are, with 207 and `{ errors }` at the places of the others (invented).
 */
export const bulkWrite = (state: PigelloState, items: unknown): Answer => {
  if (!Array.isArray(items)) return jsonAnswer(400, { non_field_errors: ["Expected a list of items."] });
  const { partial } = state.behaviour;
  const results = partial ? state.transaction(() => items.map((item) => createUser(state, item))) : allOrNothing(state, items);
  const failed = results.some(({ errors }) => errors !== undefined);
  if (failed && !partial) return jsonAnswer(400, results.map(({ errors }) => errors ?? {}));
  return jsonAnswer(failed ? 207 : 201, results.map(({ body, errors }) => body ?? { errors }));
};
