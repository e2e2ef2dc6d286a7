import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseMultipart } from "./http/multipart.js";
import { type PigelloServer, startPigelloServer } from "./pigello-server.js";
import type { FileBody, UploadForm } from "./pigello/read-body.js";
import { entity, get, parsed, send } from "./support/pigello-calls.js";
import { rawRequest } from "./support/raw-request.js";

const multipart = (text: string): ReturnType<typeof parseMultipart> =>
  parseMultipart("multipart/form-data; boundary=X", Buffer.from(text.replaceAll("\n", "\r\n"), "latin1"));

describe("forms", () => {
  test("their parts keep names, order and bytes", () => {
    const { parts } = multipart('--X\nContent-Disposition: form-data; name="a%22b"\n\n1\n--X\ncontent-disposition: form-data; name="file"; filename="x\xC3\x85.png"\nContent-Type: image/png\n\n\n--Y\n\xFF\n--X--\n');
    expect(parts).toEqual([
      { name: 'a"b', filename: undefined, contentType: undefined, bytes: Buffer.from("1") },
      { name: "file", filename: "xÅ.png", contentType: "image/png", bytes: Buffer.from("\r\n--Y\r\n\xFF", "latin1") },
    ]);
  });

  test.each([
    ["--X\nContent-Disposition: form-data; name=\"a\"\n\n1\n", "the closing delimiter is missing"],
    ["--X\nContent-Disposition: form-data\n\n1\n--X--\n", "a part has no form-data name"],
    ["--X\nContent-Disposition: form-data; name=\"a\"\n1\n--X--\n", "a part has no blank line after its headers"],
    ["", "the closing delimiter is missing"],
  ])("%j is none", (text, error) => {
    expect(multipart(text)).toEqual({ error });
  });

  test("line feeds alone part nothing, and there has to be a boundary", () => {
    const text = '--X\nContent-Disposition: form-data; name="a"\n\n1\n--X--\n';
    expect(parseMultipart("multipart/form-data; boundary=X", Buffer.from(text)).error).toBeDefined();
    expect(parseMultipart("multipart/form-data", Buffer.from(text)).error).toBeDefined();
    expect(parseMultipart('Multipart/Form-Data; charset=utf-8; boundary="X"', Buffer.from(text.replaceAll("\n", "\r\n"))).parts).toHaveLength(1);
  });
});

describe("the picture of a user", () => {
  const bytes = new Uint8Array([0, 1, 2, 13, 10, 45, 45, 255]);
  const md5 = createHash("md5").update(bytes).digest("base64");
  let server: PigelloServer;
  beforeEach(async () => {
    server = await startPigelloServer({ seed: 0 });
  });
  afterEach(() => server.close());

  const announce = async (): Promise<{ readonly id: string; readonly picture: FileBody; readonly post: UploadForm }> => {
    const body = { detail_access: 0, first_name: "x", profile_picture: { name: 'Å "1".png', md5_hash: md5 } };
    const { id, profile_picture: picture } = parsed<{ id: string; profile_picture: FileBody }>(await send(server, "POST", entity, body));
    if (picture.post === undefined) throw new Error("no form");
    return { id, picture, post: picture.post };
  };

  const formOf = (fields: readonly (readonly [string, string])[], file: Uint8Array<ArrayBuffer> = bytes, name = "file"): FormData => {
    const form = new FormData();
    for (const [field, value] of fields) form.append(field, value);
    form.append(name, new Blob([file], { type: "image/png" }), "x.png");
    return form;
  };

  test("goes from the announcement through the form to the download", async () => {
    const { id, picture, post } = await announce();
    expect(picture).toMatchObject({ name: 'Å "1".png', md5_hash: md5 });
    expect((await fetch(picture.get)).status).toBe(404);
    expect((await fetch(post.url, { method: "POST", body: formOf(Object.entries(post.fields)) })).status).toBe(204);
    expect(server.uploads.received).toMatchObject([{ order: [...Object.keys(post.fields), "file"], filename: "x.png", contentType: "image/png", md5 }]);
    const downloaded = await fetch(picture.get);
    expect([downloaded.headers.get("content-type"), new Uint8Array(await downloaded.arrayBuffer())]).toEqual(["image/png", bytes]);
    const read = parsed<{ profile_picture: FileBody }>(await get(server, `${entity}${id}/`));
    expect(read.profile_picture).toEqual({ name: 'Å "1".png', md5_hash: md5, get: picture.get });
  });

  test("an update can announce another, or none, and says nothing of a form otherwise", async () => {
    const { id } = await announce();
    const update = async (change: object): Promise<unknown> =>
      parsed<{ profile_picture: unknown }>(await send(server, "PATCH", `${entity}${id}/`, { detail_access: 0, first_name: "x", ...change })).profile_picture;
    expect(await update({})).not.toHaveProperty("post");
    expect(await update({ profile_picture: { name: "b", md5_hash: md5 } })).toHaveProperty("post.fields.key");
    expect(await update({ profile_picture: null })).toBeNull();
  });

  const fileFirst = (fields: readonly (readonly [string, string])[]): FormData => {
    const form = new FormData();
    form.append("file", new Blob([bytes]), "x.png");
    for (const [name, value] of fields) form.append(name, value);
    return form;
  };

  type MakeForm = (fields: readonly (readonly [string, string])[]) => FormData;
  const wrongForms: readonly (readonly [string, MakeForm, number])[] = [
    ["the file comes first", fileFirst, 400],
    ["the file has another name", (fields) => formOf(fields, bytes, "picture"), 400],
    ["a field has the name of the file", (fields) => formOf([...fields, ["file", "x"]]), 400],
    ["a field is missing", (fields) => formOf(fields.slice(0, -1)), 403],
    ["a field is changed", (fields) => formOf(fields.map(([name, value]) => [name, name === "key" ? value : `${value} `])), 403],
    ["a field is added", (fields) => formOf([...fields, ["more", "1"]]), 403],
    ["a field is sent twice", (fields) => formOf([...fields, ...fields.slice(1, 2)]), 403],
    ["the bytes are others", (fields) => formOf(fields, new Uint8Array([1])), 400],
  ];

  test.each(wrongForms)("%s: refused", async (_, makeForm, status) => {
    const { post } = await announce();
    const answer = await fetch(post.url, { method: "POST", body: makeForm(Object.entries(post.fields)) });
    expect(answer.status).toBe(status);
    expect(server.uploads.received).toEqual([]);
  });

  test.each([{ "X-PIGELLO-CLIENT-SECRET": "s" }, { authorization: "Bearer s" }, { cookie: "a=b" }])("the credential %j has no place there", async (headers) => {
    const { post } = await announce();
    const answer = await rawRequest(post.url, "/upload", { method: "POST", headers, body: "x" });
    expect([answer.status, answer.text.includes("has no place here")]).toEqual([403, true]);
    expect(server.uploads.requests).toHaveLength(1);
  });

  test("a body of unknown length is refused, as S3 does", async () => {
    const { post } = await announce();
    const headers = { "transfer-encoding": "chunked", "content-type": "multipart/form-data; boundary=X" };
    expect((await rawRequest(post.url, "/upload", { method: "POST", headers, body: "x" })).status).toBe(411);
  });

  test("faults reach the storage, too", async () => {
    const { post } = await announce();
    server.uploads.faults.next({ status: 503 });
    expect((await fetch(post.url, { method: "POST", body: formOf(Object.entries(post.fields)) })).status).toBe(503);
  });
});
