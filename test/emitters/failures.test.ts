import type { Emitter, ModuleBuilder, ModuleFactory } from "openapi-sieve";
import { describe, expect, test } from "vitest";
import { generate } from "../../generator/generate.js";
import { emitterOf, madeWith } from "./support/made-with.js";

/** An emitter that does something with a module of its own. */
const withModule = (use: (file: ModuleBuilder, module: ModuleFactory) => unknown): Emitter => emitterOf((_, module) => void use(module("extra"), module));

/** What nobody who heeds the types would write. */
const unsafe = (value: unknown): never => value as never;

const cases: readonly (readonly [string, Emitter, string])[] = [
  ["throws", emitterOf(() => { throw new RangeError("too\nmany"); }), "RangeError: too\nmany"],
  ["throws something else", emitterOf(() => { throw unsafe("up"); }), "up"],
  ["is asynchronous", emitterOf(unsafe(async () => { throw new Error("later"); })), "`emit` is asynchronous"],
  ["gives something", emitterOf(unsafe(() => [])), "`emit` gives something back"],
  ["changes the contract", emitterOf((contract) => void (unsafe(contract as unknown) as { title: string }).title.concat((unsafe(contract.operations) as unknown[]).push(1).toString())), "not extensible"],
  ["puts text into a template", withModule((file) => file.code`${unsafe("process.exit()")}`), "what stands in a template must be code, not a text"],
  ["puts data of the description into a template", emitterOf(({ schemas }, { code }) => void code`${unsafe((schemas[0]?.schema as { properties: { odd: { default: unknown } } }).properties.odd.default)}`), "must be code, not a value of type object"],
  ["puts a symbol into a template", emitterOf(({ operations }, { code }) => void code`${unsafe(operations[0]?.call)}`), "must be code"],
  ["calls the tag", withModule((file) => file.code(unsafe(["process.exit()"]))), "`code` is a tag of templates"],
  ["forges a template", withModule((file) => file.code(unsafe(Object.assign(["process.exit()"], { raw: [] })))), "`code` is a tag of templates"],
  ["separates by text", withModule((file) => file.join([file.literal(1)], "; evil();")), "`join` separates by"],
  ["makes an odd name", withModule((file) => file.identifier("a b")), '"a b" is no name: an identifier'],
  ["writes no JSON", withModule((file) => file.literal(unsafe(() => 1))), "`literal` takes JSON data"],
  ["writes NaN", withModule((file) => file.literal(Number.NaN)), "`literal` takes JSON data"],
  ["writes a circle", withModule((file) => { const circle: Record<string, unknown> = {}; circle["circle"] = circle; file.literal(unsafe(circle)); }), "`literal` takes JSON data"],
  ["declares a word", withModule((file) => file.constant({ name: "class", type: file.code`1`, value: file.code`1` })), '"class" is a word of the language'],
  ["declares what the package has", withModule((file) => file.constant({ name: "listPets", type: file.code`1`, value: file.code`1` })), '"listPets" of "extra" is a name that the package has already; `freeName` finds one'],
  ["declares twice", withModule((file) => { for (const _ of "ab") file.type({ name: "A", type: file.code`1` }); }), '"A" is declared twice in "extra"'],
  ["exports without a type", withModule((file) => file.constant({ name: "a", value: file.code`1` })), 'the constant "a" is exported, so it needs a `type`'],
  ["gives docs that are no text", withModule((file) => file.type({ name: "A", docs: unsafe(1), type: file.code`1` })), "`docs` must be a text"],
  ["climbs", emitterOf((_, module) => void module("../outside")), '"../outside" is no path of a module'],
  ["takes a path of the package", emitterOf((_, module) => void module("client/list-pets")), '"client/list-pets" is a path of the package\'s own'],
  ["begins twice", withModule((_, module) => module("extra")), 'the module "extra" is begun twice'],
  ["imports nothing that there is", withModule((file) => file.import("noSuchThing")), 'the package has no "noSuchThing"'],
  ["forges a symbol", withModule((file) => file.import({ kind: "symbol", name: "x", module: "../../evil", isType: false })), "no symbol of the contract"],
  ["imports what is not exported", withModule((file) => file.import(file.constant({ name: "a", exported: false, value: file.code`1` }))), "no symbol of the contract"],
  ["imports an undeclared package", withModule((file) => file.importFrom("left-pad", "pad")), 'it imports "left-pad", which is not among its `peerDependencies`'],
  ["imports a file", withModule((file) => file.importFrom("../../secrets.js", "x")), "is no package"],
  ["makes everybody import a package", emitterOf((_, module) => void module("extra").importFrom("msw", "http"), { peerDependencies: { msw: "*" } }), 'begin the module with `exportedBy: "subpath"`'],
  ["writes no TypeScript", withModule((file) => file.constant({ name: "a", type: file.code`number`, value: file.code`(` })), "its module extra is no TypeScript that can be built"],
  ["never ends", emitterOf((_, module) => { for (let index = 0; ; index++) module(`extra/${index}`); }), "it makes more than 20000 modules"],
];

describe("an emitter that", () => {
  test.each(cases)("%s is told so, and nothing is made", async (_, emitter, message) => {
    const { files, messages } = await madeWith(emitter);
    expect(Object.keys(files)).toEqual([]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/^emitter-failed: the emitter "mine" failed on pets: /);
    expect(messages[0]).toContain(message);
  });

  test("fails hides no other", async () => {
    const throwing = (name: string): Emitter => emitterOf(() => { throw new Error(`this is ${name}`); }, { name });
    expect((await madeWith(throwing("one"), throwing("two"))).messages).toEqual([
      'emitter-failed: the emitter "one" failed on pets: this is one',
      'emitter-failed: the emitter "two" failed on pets: this is two',
    ]);
  });

  test("asks for another version of a package than one before it is told so", async () => {
    const asking = (name: string, range: string): Emitter => emitterOf(() => undefined, { name, peerDependencies: { msw: range } });
    expect((await madeWith(asking("one", "^2"), asking("two", "^2"), asking("three", "^3"))).messages).toEqual(['emitter-failed: the emitter "three" failed on pets: it asks for msw ^3, and another one for ^2']);
  });

  test("is none is a TypeError", async () => {
    const made = (emitter: unknown) => generate({ input: "pets.yaml", emitters: [unsafe(emitter)] });
    await expect(made({ name: "mine", emit: () => undefined })).rejects.toThrow('emitters[0]: it was not made by `defineEmitter`');
    await expect(made({ apiVersion: 2, name: "mine", emit: () => undefined })).rejects.toThrow("it is made for version 2 of the emitter API, and this is version 1");
    await expect(made({ apiVersion: 1, name: "", emit: () => undefined })).rejects.toThrow("its `name` must be a text");
    await expect(made({ apiVersion: 1, name: "mine", emit: 1 })).rejects.toThrow("its `emit` must be a function");
    await expect(made({ apiVersion: 1, name: "mine", emit: () => undefined, peerDependencies: { "../x": "1" } })).rejects.toThrow("its `peerDependencies` must be");
    await expect(made("no-such-file.ts")).rejects.toThrow("there is no file");
  });

  test.each([
    ["export", "it exports no export"],
    ["notOne", "notOne: it is no emitter; `defineEmitter` makes one"],
  ])("is to be the export %s of a module without one", async (name, message) => {
    expect((await madeWith({ module: "support/no-emitter.js", export: name })).messages).toEqual([`emitter-failed: the emitter support/no-emitter.js failed on pets: ${message}`]);
  });
});

test("the types refuse text where code has to be", () => {
  const never = (module: ModuleFactory): void => {
    // @ts-expect-error a text is no code
    module.code`${"process.exit()"}`;
    // @ts-expect-error nor is a symbol, which is imported first
    module.code`${{ kind: "symbol", name: "a", module: "b", isType: false }}`;
    // @ts-expect-error what is exported has a type that is code
    module("extra").constant({ name: "a", type: "number", value: module.literal(1) });
  };
  expect(never).toBeTypeOf("function");
});
