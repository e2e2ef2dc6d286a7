import {
  type BulkItemResult,
  type BulkProgress,
  bulkWriteOrganizationusers,
  type ClientOptions,
  createClient,
  createOrganizationuser,
  describeFile,
  type OrganizationuserRead,
  type OrganizationuserWrite,
  type UploadedFile,
  uploadFile,
  type UploadProgress,
} from "pigello-accounts";
import { type Told, told } from "./told.js";

type Result = BulkItemResult<OrganizationuserRead>;

/** `written row-7`, `rejected detail_access` */
const shown = (result: Result): string => {
  if (result.status === "written") return `written ${result.value?.custom_id}`;
  return result.status === "rejected" ? `rejected ${result.issues.map(({ path }) => path.join("."))}` : `unknown ${result.applied}`;
};

export interface BulkOutcome {
  readonly results: readonly string[];
  readonly counts: readonly [written: number, rejected: number, unknown: number];
  readonly progress: readonly BulkProgress[];
}

export const bulkWrite = async (server: ClientOptions, items: readonly OrganizationuserWrite[], chunkSize: number): Promise<BulkOutcome> => {
  const progress: BulkProgress[] = [];
  const { results, written, rejected, unknown } = await bulkWriteOrganizationusers(createClient(server), items, { chunkSize, onProgress: (one) => progress.push(one) });
  return { results: results.map(shown), counts: [written, rejected, unknown], progress };
};

/** Rows that are made while they are sent. Leaves the loop after so many results. */
export const bulkStream = async (server: ClientOptions, count: number, most: number): Promise<{ readonly indices: readonly number[]; readonly made: number }> => {
  const indices: number[] = [];
  let made = 0;
  async function* items(): AsyncGenerator<OrganizationuserWrite, void, undefined> {
    while (made < count) yield { detail_access: 1, first_name: "Streamed", custom_id: `streamed-${made++}` };
  }
  for await (const { index, status } of bulkWriteOrganizationusers.stream(createClient(server), items(), { chunkSize: 10 })) {
    if (status === "written") indices.push(index);
    if (indices.length === most) break;
  }
  return { indices, made };
};

const element = <Type extends Element>(name: string, type: new () => Type): Type => {
  const found = document.querySelector(name);
  if (!(found instanceof type)) throw new Error(`the page has no ${name}`);
  return found;
};

export interface Uploaded {
  readonly outcome: Told<UploadedFile>;
  readonly progress: readonly UploadProgress[];
  /** The fields of the form that the API gave out. */
  readonly fields: readonly string[];
}

/**
 * Announces the file that was chosen in the page and sends it; `content` in its place, where it is given. The page's button
 * cancels it.
 */
export const uploadChosen = async (server: ClientOptions, content?: string): Promise<Uploaded> => {
  const [file] = element("input", HTMLInputElement).files ?? [];
  if (file === undefined) throw new Error("no file was chosen");
  const cancel = new AbortController();
  element("button", HTMLButtonElement).addEventListener("click", () => cancel.abort(new Error("cancelled by hand")), { once: true });
  const client = createClient(server);
  const { profile_picture } = await createOrganizationuser(client, { body: { detail_access: 0, first_name: "Åsa", profile_picture: await describeFile(file.name, file) } });
  const progress: UploadProgress[] = [];
  const options = { signal: cancel.signal, onProgress: (one: UploadProgress) => void progress.push(one) };
  const outcome = await told(uploadFile(client, profile_picture, content ?? file, options));
  return { outcome, progress, fields: Object.keys(profile_picture?.post?.fields ?? {}) };
};
