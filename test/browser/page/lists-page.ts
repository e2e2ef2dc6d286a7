import {
  type BrokenLine,
  type ClientOptions,
  createClient,
  listOrganizationusers,
  type ListOrganizationusersOptions,
  type ListOrganizationusersWhere,
  type OrganizationuserRead,
  paginateOrganizationusers,
  streamOrganizationusers,
} from "pigello-accounts";
import { type Told, told } from "./told.js";

type Ids = readonly string[];

const idsOf = (users: readonly OrganizationuserRead[]): Ids => users.map(({ id }) => id);

const taken = async (users: AsyncIterable<OrganizationuserRead>, most = Infinity): Promise<Ids> => {
  const ids: string[] = [];
  for await (const { id } of users) {
    ids.push(id);
    if (ids.length === most) break;
  }
  return ids;
};

export const list = (server: ClientOptions, options: ListOrganizationusersOptions): Promise<Told<Ids>> =>
  told(listOrganizationusers(createClient(server), options).then(idsOf));

/** Many lists at once: the browser sends as many requests as it likes. */
export const listEach = (server: ClientOptions, wheres: readonly ListOrganizationusersWhere[]): Promise<readonly Ids[]> => {
  const client = createClient(server);
  return Promise.all(wheres.map((where) => listOrganizationusers(client, { where }).then(idsOf)));
};

export const paginate = (server: ClientOptions, pageSize: number): Promise<Told<Ids>> =>
  told(taken(paginateOrganizationusers(createClient(server), { pageSize, order_by: ["created_at"] })));

/** Leaves the loop after so many. */
export const stream = (server: ClientOptions, most?: number): Promise<Told<Ids>> =>
  told(taken(streamOrganizationusers(createClient(server), { validate: "strict" }), most));

export const streamBroken = async (server: ClientOptions): Promise<{ readonly ids: Ids; readonly broken: readonly BrokenLine[] }> => {
  const broken: BrokenLine[] = [];
  const ids = await taken(streamOrganizationusers(createClient(server), { onBrokenLine: (line) => broken.push(line) }));
  return { ids, broken };
};
