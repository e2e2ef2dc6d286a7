import { storedDateTime } from "../django/date-time.js";
import { type Answer, emptyAnswer, jsonAnswer } from "../http/answer.js";
import { mediaTypeOf } from "../http/media-type.js";
import type { HandledRequest } from "../http/origin.js";
import { bulkWrite } from "./bulk-write.js";
import { creationTime } from "./identifiers.js";
import { listUsers } from "./list-users.js";
import type { PigelloState } from "./pigello-state.js";
import { readBody } from "./read-body.js";
import type { StoredUser } from "./stored-user.js";
import { createUser, updateUser, type Written } from "./write-user.js";

const entity = "/accounts/users/organization/organizationuser/";
const invitation = "/accounts/users/auth/invite/organization/organizationuser/";

const notFound = jsonAnswer(404, { detail: "Not found." });

type Handler = (state: PigelloState, request: HandledRequest) => Answer;

type Methods = Readonly<Record<string, Handler>>;

/** Hands the parsed body on, or tells what is wrong with it in the form of Django REST framework (inferred). */
const withJson =
  (handle: (state: PigelloState, value: unknown) => Answer): Handler =>
  (state, { headers, body }) => {
    const mediaType = mediaTypeOf(headers["content-type"]);
    if (mediaType !== "application/json") return jsonAnswer(415, { detail: `Unsupported media type "${mediaType}" in request.` });
    try {
      return handle(state, JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) as unknown);
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof TypeError) return jsonAnswer(400, { detail: "JSON parse error." });
      throw error;
    }
  };

const answerOf = ({ body, errors }: Written, status: number): Answer => (body === undefined ? jsonAnswer(400, errors) : jsonAnswer(status, body));

const listMethods: Methods = {
  GET: (state, { query }) => listUsers(state, query),
  POST: withJson(bulkWrite),
};

const createMethods: Methods = {
  POST: withJson((state, value) => answerOf(createUser(state, value), 201)),
};

const userMethods = (user: StoredUser): Methods => ({
  GET: (state) => jsonAnswer(200, readBody(user, state.files)),
  PATCH: withJson((state, value) => answerOf(updateUser(state, user, value), 200)),
  DELETE: (state) => {
    state.table.remove(user.id);
    return emptyAnswer(204);
  },
});

/** Body and answer are documented as any. Invented: a body that names a user sets when he was invited and gives him back. */
const invite = (state: PigelloState, value: unknown): Answer => {
  const id = typeof value === "object" && value !== null && "id" in value && typeof value.id === "string" ? value.id : "";
  const user = state.table.byId(id);
  if (user === undefined) return jsonAnswer(201, null);
  const invited = { ...user, hotp_invite_sendout_time: storedDateTime(creationTime(0)) ?? null };
  state.table.update(invited);
  return jsonAnswer(201, readBody(invited, state.files));
};

const inviteMethods: Methods = {
  POST: (state, request) => (request.body.length === 0 ? invite(state, null) : withJson(invite)(state, request)),
};

const methodsOf = (state: PigelloState, path: string): Methods | undefined => {
  if (path === `${entity}list/`) return listMethods;
  if (path === entity) return createMethods;
  if (path === invitation) return inviteMethods;
  const pk = path.startsWith(entity) && path.endsWith("/") ? path.slice(entity.length, -1) : "/";
  const user = pk.includes("/") ? undefined : state.table.byId(pk.toLowerCase());
  return user === undefined ? undefined : userMethods(user);
};

/** Answers a request whose credentials are right. Every path ends in a slash, as documented; without it there is nothing. */
export const route = (state: PigelloState, request: HandledRequest): Answer => {
  const methods = methodsOf(state, request.path);
  if (methods === undefined) return notFound;
  const handler = methods[request.method];
  if (handler !== undefined) return handler(state, request);
  return jsonAnswer(405, { detail: `Method "${request.method}" not allowed.` }, { Allow: Object.keys(methods).join(", ") });
};
