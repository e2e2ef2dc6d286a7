import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { checkPackage } from "../../generator/check-package.js";
import { readingOf } from "../../generator/config/reading.js";
import type { Target } from "../../generator/config/targets.js";

const cwd = fileURLToPath(new URL(".", import.meta.url));

test("what the tool lacks is told to who waits for it, and to nobody else", async () => {
  const unhandled: unknown[] = [];
  const listen = (error: unknown): void => void unhandled.push(error);
  const others = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", listen);
  const target: Target = { ...readingOf(), name: "pets", input: path.join(cwd, "../emitters/pets.yaml"), out: path.join(cwd, "nowhere"), representation: {}, names: {}, format: "oxfmt", packageJson: {}, emitters: [] };
  const missing = new Error("no compiler");
  await expect(checkPackage(target, { cwd, strict: false, most: 50, color: false }, undefined, () => Promise.reject(missing))).rejects.toBe(missing);
  // rejections that nobody handles are told once all promises are done
  await new Promise((resolve) => setImmediate(resolve));
  process.removeListener("unhandledRejection", listen);
  for (const other of others) process.on("unhandledRejection", other);
  expect(unhandled).toEqual([]);
});
