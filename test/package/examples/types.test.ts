import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("../../../examples/", import.meta.url));

test("the examples compile as strictly as everything else, against the built packages", () => {
  const config = ts.getParsedCommandLineOfConfigFile(path.join(folder, "tsconfig.json"), {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined });
  expect(config?.options).toMatchObject({ strict: true, checkJs: true, exactOptionalPropertyTypes: true });
  expect(config?.fileNames.length).toBeGreaterThan(10);
  const program = ts.createProgram(config?.fileNames ?? [], config?.options ?? {});
  expect(ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => `${path.basename(file?.fileName ?? "")}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`)).toEqual([]);
});
