import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generateWith } from "../../../generator/generate.js";
import type { GeneratedFile } from "../../../generator/generate-package.js";
import { loadTools } from "../../../generator/tools.js";
import { compileStrict } from "../../support/compile-strict.js";
import { createShelf, type PackageShelf, validatorOf } from "../../support/load-package.js";

const input = fileURLToPath(new URL("description.yaml", import.meta.url));

let files: readonly GeneratedFile[];
let shelf: PackageShelf;
let exported: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  const tools = await loadTools();
  shelf = createShelf(tools.transpile);
  const made = await generateWith({ input, name: "hooks" }, async () => tools);
  expect(made.diagnostics).toEqual([]);
  files = made.files;
  exported = await shelf.add("hooks", files);
});
afterAll(() => shelf.clear());

const verdict = (type: string, value: unknown): readonly string[] | "fine" =>
  validatorOf(exported, type).validate(value).issues?.map(({ code, path: at }) => `/${at.join("/")} ${code}`) ?? "fine";

test.each([
  ["NewPetWebhook", { name: "Misse" }, {}, ["/name required"]],
  ["OrderWebhook", { number: 1, pet: { name: "x" } }, { number: "1", pet: {} }, ["/number type", "/pet/name required"]],
  // what the API sends is read, so what is only written may be missing
  ["SubscribeOnEventPostCallback", { id: 1 }, {}, ["/id required"]],
  ["SubscribeOnEventPutCallback", [{ name: "x" }], [{}], ["/0/name required"]],
  ["SubscribeDoneCallback", { ok: true }, {}, ["/ atLeastOne"]],
  // what its user answers
  ["NewPetWebhookResponse", { taken: true }, {}, ["/taken required"]],
  ["NewPetWebhookResponseDefault", { why: "full" }, {}, ["/why required"]],
  ["SubscribeResponse", { open: true }, {}, ["/open required"]],
])("%s has a validator of its own", (type, good, bad, issues) => {
  expect(verdict(type, good)).toBe("fine");
  expect(verdict(type, bad)).toEqual(issues);
});

const usage = `
import { type NewPetWebhook, type NewPetWebhookResponse, type NewPetWebhookResponseDefault, type OrderWebhook, type Pet, type SubscribeDoneCallback, type SubscribeOnEventPostCallback, validateOrderWebhook } from "./index.js";
const pet: Pet = { name: "x" } satisfies NewPetWebhook;
const order: OrderWebhook = { number: 1, pet };
const done: SubscribeDoneCallback = { ok: true };
const event: SubscribeOnEventPostCallback = { id: 1 };
export const received = (body: unknown): number => {
  const result = validateOrderWebhook(body);
  return result.issues === undefined ? result.value.number : 0;
};
const taken: NewPetWebhookResponse = { taken: true };
const refused: NewPetWebhookResponseDefault = { why: "full" };
void [taken, refused, order, done, event];
`;

test("types go by the same names", () => {
  const sources = new Map([...files.filter((file) => file.path.endsWith(".ts")).map((file) => [path.posix.join("/", file.path), file.text] as const), ["/src/usage.ts", usage] as const]);
  expect(compileStrict(sources).map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([]);
});
