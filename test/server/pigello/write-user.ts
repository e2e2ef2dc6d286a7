import type { FieldErrors } from "../django/filter-parameter.js";
import { type Changes, checkWrite } from "./check-write.js";
import { creationTime, userId } from "./identifiers.js";
import type { PigelloState } from "./pigello-state.js";
import { readBody, type ReadBody } from "./read-body.js";
import { blankUser, type StoredPicture, type StoredUser } from "./stored-user.js";

/** Either the body of the user that was written, or the messages by field. */
export type Written = { readonly body: ReadBody; readonly errors?: never } | { readonly errors: FieldErrors; readonly body?: never };

/** Messages for values that another row has. Which fields are unique is not documented for the write body. */
const takenErrors = ({ table, behaviour }: PigelloState, changes: Changes, id: string): FieldErrors =>
  Object.fromEntries(
    behaviour.unique
      .map((name) => [name, changes[name as keyof Changes]] as const)
      .filter(([name, value]) => typeof value === "string" && table.isTaken(name, value, id))
      .map(([name]) => [name, ["This field must be unique."]]),
  );

const pictureOf = (changes: Changes, current: StoredPicture | null, id: string): StoredPicture | null => {
  const announced = changes.profile_picture;
  if (announced === undefined) return current;
  return announced === null ? null : { ...announced, key: `pictures/${id}/${announced.md5}` };
};

const changed = (user: StoredUser, changes: Changes): StoredUser => ({
  ...user,
  ...changes,
  profile_picture: pictureOf(changes, user.profile_picture, user.id),
});

const answerOf = ({ files }: PigelloState, user: StoredUser, { profile_picture }: Changes): ReadBody =>
  readBody(user, files, profile_picture !== undefined && profile_picture !== null);

/** Creates a user from a body, if it is valid. */
export const createUser = (state: PigelloState, body: unknown): Written => {
  const { changes, errors } = checkWrite(body);
  if (changes === undefined) return { errors };
  const taken = takenErrors(state, changes, "");
  if (Object.keys(taken).length > 0) return { errors: taken };
  const number = state.nextNumber();
  const user = changed({ ...blankUser, id: userId(number), created_at: creationTime(number) }, changes);
  state.table.insert(user);
  return { body: answerOf(state, user, changes) };
};

/** Updates a user from a body. The body is checked as for creation, since the documentation requires the same fields. */
export const updateUser = (state: PigelloState, current: StoredUser, body: unknown): Written => {
  const { changes, errors } = checkWrite(body);
  if (changes === undefined) return { errors };
  const taken = takenErrors(state, changes, current.id);
  if (Object.keys(taken).length > 0) return { errors: taken };
  const user = changed(current, changes);
  state.table.update(user);
  return { body: answerOf(state, user, changes) };
};
