import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AnsweringServer, type Received, startAnsweringServer } from "../../support/answering-server.js";
import { type DescribedPackage, describedPackage } from "../../support/described-package.js";

const input = fileURLToPath(new URL("description.yaml", import.meta.url));

let made: DescribedPackage;
let server: AnsweringServer;
let client: unknown;

beforeAll(async () => {
  [made, server] = await Promise.all([describedPackage({ input, name: "content-types" }), startAnsweringServer()]);
  client = made.call("createClient", { baseUrl: server.baseUrl, dates: "Date" });
});
afterAll(async () => {
  made.clear();
  await server.close();
});

test("the description is fine", () => {
  expect(made.diagnostics).toEqual([]);
});

const sent = async (name: string, options: object): Promise<{ readonly type: unknown; readonly body: string }> => {
  await made.call(name, client, options);
  const [request] = server.received() as readonly [Received];
  return { type: request.headers["content-type"], body: request.body.toString() };
};

const born = new Date("2026-01-02T03:04:05Z");

test.each([
  [undefined, "application/json", '{"name":"a","born":"2026-01-02T03:04:05.000Z"}'],
  ["application/json", "application/json", '{"name":"a","born":"2026-01-02T03:04:05.000Z"}'],
  ["text/json", "text/json", '{"name":"a","born":"2026-01-02T03:04:05.000Z"}'],
  ["application/x-www-form-urlencoded", "application/x-www-form-urlencoded", "name=a&born=2026-01-02T03%3A04%3A05.000Z"],
])("contentType %s", async (contentType, type, body) => {
  expect(await sent("addPet", { body: { name: "a", born }, contentType })).toEqual({ type, body });
});

test("a form with a file is sent as one", async () => {
  const { type, body } = await sent("addPet", { contentType: "multipart/form-data", body: { name: "a", photo: new Blob(["png"]) } });
  expect(type).toMatch(/^multipart\/form-data; boundary=/);
  expect(body).toMatch(/name="photo"; filename="photo"\r\ncontent-type: image\/png\r\n\r\npng\r\n/i);
});

test("other text goes as it is", async () => {
  expect(await sent("addPet", { contentType: "application/xml", body: "<pet/>" })).toEqual({ type: "application/xml", body: "<pet/>" });
});

test("JSON goes as JSON, whatever would do as well", async () => {
  server.answer({ status: 200, headers: { "content-type": "application/json" }, body: '{"name":"b","born":"2026-01-02T03:04:05Z"}' });
  expect(await made.call("addAny", client, { body: { name: "a" } })).toEqual({ name: "b", born });
  expect(server.received()).toMatchObject([{ headers: { "content-type": "application/json" } }]);
  server.answer({ status: 204 });
});

test("each body has its own validator", async () => {
  const issues = async (name: string, options: object): Promise<unknown> => {
    try {
      return await made.call(name, client, options);
    } catch (error) {
      return (error as { issues?: readonly { path: unknown[]; code: string }[] }).issues?.map(({ path, code }) => `${path.join("/")} ${code}`);
    }
  };
  expect(await issues("addPet", { contentType: "multipart/form-data", body: { name: "" } })).toEqual(["body/name minLength", "body/photo required"]);
  expect(await issues("addPet", { contentType: "application/x-www-form-urlencoded", body: {} })).toEqual(["body/name required"]);
  expect(await issues("changePet", { contentType: "application/merge-patch+json", body: { name: "long" } })).toEqual(["body/name maxLength"]);
  expect(await issues("changePet", { body: [{ op: "add" }] })).toEqual(["body/0/path required"]);
  expect(server.received()).toEqual([]);
  await expect(made.call("addPet", client, { body: { name: "a" }, contentType: "text/plain" })).rejects.toThrow(/contentType must be one of application\/json, application\/xml, text\/json/);
  // names that every object has are no media types
  for (const contentType of ["constructor", "__proto__"])
    await expect(made.call("addPet", client, { body: { name: "a" }, contentType })).rejects.toThrow(/contentType must be one of application\/json, application\/xml, text\/json/);
  await expect(made.call("addPet", client, { body: { name: "a" }, contentType: "toString" })).rejects.toThrow(TypeError);
});

test.each([
  ["a text", "a,b", "text/csv"],
  ["octets", new Uint8Array([1]), "application/pdf"],
  ["a blob of a type that is taken", new Blob(["x"], { type: "image/png" }), "image/png"],
  ["a blob of text", new Blob(["x"], { type: "text/csv;charset=utf-8" }), "text/csv"],
  ["a blob without a type", new Blob(["x"]), "application/pdf"],
])("of several raw media types, %s says its own", async (_, body, type) => {
  expect(await sent("putReport", { body })).toMatchObject({ type });
});

test("a raw body is sent as it is asked for all the same", async () => {
  expect(await sent("putReport", { body: "%PDF", contentType: "application/pdf" })).toEqual({ type: "application/pdf", body: "%PDF" });
});

test("an answer of text or octets goes by the media type that it has, and without one by that which is described", async () => {
  const got = async (name: string, headers: Readonly<Record<string, string>>): Promise<unknown> => {
    server.answer({ status: 200, headers, body: "a,b" });
    const value = await made.call(name, client, {});
    return value instanceof Blob ? ["Blob", await value.text()] : value;
  };
  expect(await got("getReport", { "content-type": "text/csv" })).toBe("a,b");
  expect(await got("getReport", { "content-type": "application/pdf" })).toEqual(["Blob", "a,b"]);
  expect(await got("getReport", {})).toEqual(["Blob", "a,b"]);
  expect(await got("getScan", {})).toEqual(["Blob", "a,b"]);
  server.answer({ status: 204 });
  server.received();
});

const usage = `
import { addAny, addPet, addPhoto, type AddPetRequestMultipart, changePet, type ChangePetRequest, type ChangePetRequestMergePatch, createClient, getReport, getScan, type Photo, validatePhoto } from "./index.js";
const client = createClient();
export const run = async (): Promise<void> => {
  await addPet(client, { body: { name: "a" } });
  await addPet(client, { body: { name: "a" }, contentType: "text/json" });
  const form: AddPetRequestMultipart = { name: "a", photo: new Blob([]) };
  await addPet(client, { body: form, contentType: "multipart/form-data" });
  await addPet(client, { body: new URLSearchParams(), contentType: "application/x-www-form-urlencoded" });
  await addPet(client, { body: "<pet/>", contentType: "application/xml" });
  // @ts-expect-error a form needs its media type
  await addPet(client, { body: { photo: new Blob([]) } });
  // @ts-expect-error no file in a form that is URL-encoded
  await addPet(client, { body: { name: "a", photo: new Blob([]) }, contentType: "application/x-www-form-urlencoded" });
  // @ts-expect-error none of those that the operation takes
  await addPet(client, { body: { name: "a" }, contentType: "text/plain" });
  // @ts-expect-error the body is required
  await addPet(client, {});
  await changePet(client);
  const patch: ChangePetRequest = [{ op: "add", path: "/a", value: 1 }];
  const merge: ChangePetRequestMergePatch = { name: null };
  await changePet(client, { body: patch });
  await changePet(client, { body: merge, contentType: "application/merge-patch+json" });
  const pet = await addAny(client, { body: { name: "a" } });
  const photo: Photo = { data: new Blob([pet.name]), tags: ["a"], more: [new Uint8Array(), { data: "x", filename: "x.txt" }] };
  await addPhoto(client, { body: photo });
  void validatePhoto(photo);
  const report = await getReport(client);
  const text: string = typeof report === "string" ? report : await report.text();
  const scan: Blob = await getScan(client);
  void [text, scan];
};
`;

test("the type of the body follows contentType", () => {
  expect(made.compile(usage)).toEqual([]);
});
