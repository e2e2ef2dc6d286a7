import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type Messages, toDottedPath, toFieldErrors, toPointer, validateOrganizationuserWrite } from "pigello-accounts";
import { expect, test } from "vitest";

const textOf = async (program: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
};

test("issues become the errors of a form", () => {
  const { issues = [] } = validateOrganizationuserWrite({ detail_access: 0, email: "a", external_clients: [{ id: "x" }] });
  expect(toFieldErrors(issues)).toEqual({
    "external_clients.0.id": ["must be a UUID"],
    email: ["must be an e-mail address"],
    first_name: ["at least one of first_name, last_name, corporate_name is required"],
    last_name: ["at least one of first_name, last_name, corporate_name is required"],
    corporate_name: ["at least one of first_name, last_name, corporate_name is required"],
  });
  expect(issues.slice(0, 1).map(({ path }) => [toDottedPath(path), toPointer(path)])).toEqual([["external_clients.0.id", "/external_clients/0/id"]]);
});

test("messages in another language need no change of the package", () => {
  const messages: Messages = { format: ({ format }) => `ist kein ${format ?? "Wert"}`, atLeastOne: ({ fields }) => `eines von ${fields.join(", ")}` };
  expect(validateOrganizationuserWrite({ detail_access: 0, email: "a" }, { messages }).issues?.map(({ message }) => message)).toEqual([
    "ist kein email",
    "eines von first_name, last_name, corporate_name",
  ]);
});

test("a bundle holds only the sentences that it can say, and no helper that it does not use", async () => {
  const text = await textOf('import { validateOrganizationuserWrite } from "pigello-accounts"; console.log(validateOrganizationuserWrite({}));');
  expect(text).toContain("an e-mail address");
  expect(text).not.toMatch(/must be at least|a multiple of|allowed forms|is not a known|replaceAll\("~"|toFieldErrors|toDottedPath/);
});
