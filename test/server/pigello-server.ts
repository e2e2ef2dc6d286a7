import { type Origin, type OriginOptions, startOrigin } from "./http/origin.js";
import { refusedCredentials, pigelloCredentials, type PigelloCredentials } from "./pigello/credentials.js";
import { createOrganizationuserTable } from "./pigello/organizationuser-table.js";
import type { PigelloBehaviour, PigelloState } from "./pigello/pigello-state.js";
import { readBody, type ReadBody } from "./pigello/read-body.js";
import { route } from "./pigello/routes.js";
import { seededUser } from "./pigello/seed.js";
import { startUploads, type Uploads } from "./pigello/uploads.js";
import { openDatabase, type Rows, type SqlRow, type SqlValue } from "./sql/database.js";

/** All of them have defaults. */
export interface PigelloServerOptions extends Partial<PigelloBehaviour>, Pick<OriginOptions, "cors" | "keepAlive" | "log"> {
  /** How many rows there are at the beginning. */
  readonly seed?: number;
  readonly credentials?: PigelloCredentials;
}

/** A running server with the operations of `spec/pigello-accounts.yaml`. */
export interface PigelloServer extends Origin {
  /** The storage of files. */
  readonly uploads: Uploads;
  /** Where redirects to another origin lead: the same rows, no credentials asked, and a log of what was sent along. */
  readonly other: Origin;
  /** Every row as the list would answer it, in the order of creation. */
  readonly rows: () => readonly ReadBody[];
  /** Asks the tables directly: `organizationuser` and `organizationuser_external_client`. */
  readonly sql: (sql: string, params?: readonly SqlValue[]) => readonly SqlRow[];
  /** From now on these credentials are the right ones. */
  readonly accept: (credentials: PigelloCredentials) => void;
}

const defaults: PigelloBehaviour = { lists: "comma", partial: false, pages: "empty", maxPageSize: Infinity, unique: ["custom_id"], keepTexts: false };

const errorBody = (status: number): string => JSON.stringify({ detail: `Fault ${status}.` });

const stateOf = (rows: Rows, files: Uploads, { seed = 300, ...options }: PigelloServerOptions): PigelloState => {
  const texts = new Map<number, string>();
  const table = createOrganizationuserTable(rows, () => texts.clear());
  rows.transaction(() => {
    for (let number = 1; number <= seed; number += 1) table.insert(seededUser(number));
  });
  let created = seed;
  const nextNumber = (): number => {
    created += 1;
    return created;
  };
  return { behaviour: { ...defaults, ...options }, table, files, texts, transaction: rows.transaction, nextNumber };
};

/** Starts the API, its storage of files and a third origin for redirects, each on a port of its own. */
export const startPigelloServer = async (options: PigelloServerOptions = {}): Promise<PigelloServer> => {
  const { cors, keepAlive, log } = options;
  let accepted = options.credentials ?? pigelloCredentials;
  const database = await openDatabase();
  const uploads = await startUploads({ cors, keepAlive });
  const state = stateOf(database, uploads, options);
  const other = await startOrigin({ cors, keepAlive, log, errorBody, handle: (request) => route(state, request) });
  const origin = await startOrigin({
    cors,
    keepAlive,
    log,
    errorBody,
    otherUrl: other.url,
    handle: (request) => refusedCredentials(request.headers, accepted) ?? route(state, request),
  });
  return {
    ...origin,
    uploads,
    other,
    rows: () => state.table.all().map((user) => readBody(user, uploads)),
    sql: database.all,
    accept: (credentials) => {
      accepted = credentials;
    },
    close: async () => {
      await Promise.all([origin, other, uploads].map((one) => one.close()));
      database.close();
    },
  };
};
