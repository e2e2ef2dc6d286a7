import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { generateWith } from "../../../generator/generate.js";
import type { GeneratedFile } from "../../../generator/generate-package.js";
import { type AllTools, loadTools } from "../../../generator/tools.js";
import { compileStrict } from "../../support/compile-strict.js";
import { createShelf, type PackageShelf, validatorOf } from "../../support/load-package.js";

const input = fileURLToPath(new URL("description.yaml", import.meta.url));

type Body = "CreateOrderRequest" | "CreateRefundRequest" | "CreateCardRequest";

const paths: Readonly<Record<Body, string>> = { CreateOrderRequest: "/orders", CreateRefundRequest: "/refunds", CreateCardRequest: "/cards" };

const card = { number: "12345678", holder: "Ada", months: [1, 12], country: "SE" };
const payments: readonly unknown[] = [
  { method: "card", card },
  { method: "voucher", voucher: "abcd" },
  { method: "card" },
  {},
  { method: "cash", card: { ...card, months: [1, 1] } },
  { method: "card", card: { ...card, months: [0, 1, 2, 3], country: "SWE", holder: "A" } },
  { method: "card", card: { number: 5 } },
  { method: "card", card: { number: "five" }, voucher: "abc" },
  { method: "card", card: null },
  null,
];

const values: Readonly<Record<Body, readonly unknown[]>> = {
  CreateOrderRequest: payments.map((payment) => ({ payment })),
  CreateRefundRequest: payments.map((payment) => ({ payments: [payments[0], payment] })),
  CreateCardRequest: payments.flatMap((payment) => [{ payment }, { card: typeof payment === "object" && payment !== null && "card" in payment ? payment.card : payment }]),
};

describe("schemas that stand at several places alike", () => {
  let tools: AllTools;
  let shelf: PackageShelf;
  let files: readonly GeneratedFile[] = [];
  let exported: Readonly<Record<string, unknown>> = {};

  beforeAll(async () => {
    tools = await loadTools();
    shelf = createShelf(tools.transpile);
    ({ files } = await generateWith({ input, name: "parts" }, async () => tools));
    exported = await shelf.add("parts", files);
  });

  afterAll(() => shelf.clear());

  test("have one module, whatever is said about them, unless they differ in what they mean", () => {
    const parts = files.flatMap(({ path }) => /^src\/parts\/(.+)\.ts$/.exec(path)?.[1] ?? []);
    // the payment of orders and refunds, and the card of that and of the third body
    expect(parts).toEqual(["card", "payment"]);
  });

  test("and nothing of them is exported", () => {
    expect(Object.keys(exported).filter((name) => /^(?:is|report)(?:Payment|Card|Secret)$/.test(name))).toEqual([]);
  });

  test.each(Object.keys(paths) as Body[])("%s says what Ajv says", (body) => {
    const { paths: operations } = parse(readFileSync(input, "utf8"), { merge: true });
    const holds = new Ajv2020({ strict: false, allErrors: true }).compile(operations[paths[body]].post.requestBody.content["application/json"].schema);
    const { is, validate } = validatorOf(exported, body);
    for (const value of values[body]) {
      const expected = holds(value);
      expect([value, is(value), validate(value).issues === undefined]).toEqual([value, expected, expected]);
    }
  });

  test("paths and messages are those of the place", () => {
    const { validate } = validatorOf(exported, "CreateRefundRequest");
    const { issues = [] } = validate({ payments: [payments[0], payments[5]] });
    expect(issues.map(({ path }) => path.join("."))).toEqual([
      "payments.1.card.holder",
      "payments.1.card.months",
      "payments.1.card.months.0",
      "payments.1.card.country",
    ]);
  });

  test("what may be written only is not told", () => {
    const secretOf = (body: Body): string => {
      const { issues = [] } = validatorOf(exported, body).validate({ payment: payments[0], secret: { code: "zero" } });
      return issues.map(({ message }) => message).join();
    };
    expect(secretOf("CreateOrderRequest")).toContain("seven");
    expect(secretOf("CreateRefundRequest")).not.toContain("seven");
  });

  test("and all of it compiles", () => {
    const sources = new Map(files.filter(({ path }) => path.endsWith(".ts")).map(({ path, text }) => [`/${path}`, text] as const));
    expect(compileStrict(sources).map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([]);
  });
});
