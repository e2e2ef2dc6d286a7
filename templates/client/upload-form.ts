import type { Issue } from "../issue.js";

/** What an API answers about a file that was announced to it: `post` is `{ url, fields }`. A package types it more narrowly. */
export interface FileObject {
  readonly name?: unknown;
  /** In base64. */
  readonly md5_hash?: unknown;
  /** Where the file goes, and what is sent with it. */
  readonly post?: unknown;
}

/** A form that can be sent. */
export interface UploadForm {
  readonly url: URL;
  readonly name: string;
  readonly md5: string | undefined;
  readonly fields: readonly (readonly [string, string])[];
}

const privateName = /^(?:[^.:]+|.*\.(?:localhost|local|internal|lan|home\.arpa))\.?$/;

const privateAddress =
  /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.|^\[(?:::1?\]|::ffff:|f[cd]..:|fe[89ab].:)/;

/**
 * Is it this machine, or one of a private network? Other names that lead there cannot be told. An address is in its usual
 * form, since URL has read it.
 */
const isPrivate = ({ hostname }: URL): boolean => privateName.test(hostname) || privateAddress.test(hostname);

const addressIssue = (url: URL, api: URL): string | undefined => {
  if (url.protocol !== "https:" && url.protocol !== "http:") return "must begin with https: or http:";
  if (url.username !== "" || url.password !== "") return "must hold no user name or password";
  if (api.protocol === "https:" && url.protocol !== "https:") return "must begin with https:, as the API does";
  return isPrivate(url) && !isPrivate(api) ? "must not lead into a private network" : undefined;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

const isScalar = (value: unknown): value is string | number | boolean => ["string", "number", "boolean"].includes(typeof value);

const issue = (code: Issue["code"], path: Issue["path"], message: string): Issue => ({ code, path, message });

const issuesOf = (post: Readonly<Record<string, unknown>>, api: URL): readonly Issue[] => {
  const { url } = post;
  const fields = post["fields"] ?? {};
  const address = typeof url === "string" && URL.canParse(url) ? addressIssue(new URL(url), api) : "must be an absolute address";
  const entries = isRecord(fields) ? Object.entries(fields) : undefined;
  return [
    ...(address === undefined ? [] : [issue("format", ["post", "url"], address)]),
    ...(entries === undefined ? [issue("type", ["post", "fields"], "must be object")] : []),
    ...(entries ?? []).filter(([, value]) => !isScalar(value)).map(([name]) => issue("type", ["post", "fields", name], "must be string")),
  ];
};

/** The form of a file object, or why there is none to send; `api` is where the object came from. */
export const formOf = (file: unknown, api: string): UploadForm | readonly Issue[] => {
  if (!isRecord(file)) return [issue("type", [], "must be object")];
  const { name, md5_hash: md5, post } = file;
  if (post === undefined || post === null) return [issue("required", ["post"], "is required: only the answer to what announced the file has it")];
  if (!isRecord(post)) return [issue("type", ["post"], "must be object")];
  const issues = issuesOf(post, new URL(api));
  if (issues.length > 0) return issues;
  const fields = Object.entries(isRecord(post["fields"]) ? post["fields"] : {});
  return {
    url: new URL(String(post["url"])),
    name: typeof name === "string" ? name : "file",
    md5: typeof md5 === "string" ? md5 : undefined,
    fields: fields.map(([key, value]) => [key, String(value)]),
  };
};

/** Fields that tell what is uploaded; whatever else a form has signs it. */
const telling = /^(?:key|acl|bucket|file(?:name)?|(?:content|cache)-.+|x-(?:amz|goog)-meta-.+|success_action_.+|.*algorithm|.*date|expires)$/i;

const escapedXml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** What signs the form, in the spellings that a storage may answer it in. */
export const secretsOf = ({ url, fields }: UploadForm): readonly string[] => {
  const values = [...fields.filter(([name]) => !telling.test(name)).map(([, value]) => value), ...url.searchParams.values()];
  // a credential begins with the id of a key, which storages tell alone
  const keys = values.filter((value) => /^[^/\s]{8,}\//.test(value)).map((value) => value.slice(0, value.indexOf("/")));
  const spelled = [...values, ...keys].flatMap((value) => [value, escapedXml(value), encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]);
  return [...new Set(spelled)].filter((value) => value !== "");
};
