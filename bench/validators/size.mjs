import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundle, bundleContestant, gzipped } from "./bundle.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

export const sizes = async (contestants) =>
  Promise.all(
    contestants.map(async ({ name, file }) => {
      const bytes = await bundleContestant(file);
      return { name, minified: bytes.length, gzipped: gzipped(bytes) };
    }),
  );

const words = "amount label origin currency season village colour branch weight postcode ledger teacher invoice garden minute harbour volume subject railway closing".split(" ");

/** Fields as most bodies have them: text that may be null, of at most so many characters. */
const documentOf = (count) => ({
  openapi: "3.1.0",
  info: { title: "Growth", version: "1" },
  paths: {},
  components: {
    schemas: {
      Body: {
        type: "object",
        properties: Object.fromEntries(words.slice(0, count).map((word, at) => [`${word}_${words[(at * 7 + 3) % words.length]}`, { type: ["string", "null"], maxLength: 255 }])),
      },
    },
  },
});

/** Gzipped bytes of a validator of `count` plain fields. */
const sizeOf = async (emitValidators, folder, count) => {
  const target = path.join(folder, String(count));
  for (const { path: file, text } of emitValidators(documentOf(count))) {
    mkdirSync(path.join(target, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(target, file), text);
  }
  return gzipped(await bundle('export { validateBody } from "./schemas/body.ts";', target));
};

/** What one plain field adds to a body of ten. */
export const growth = async () => {
  const { emitValidators } = await import(pathToFileURL(path.join(root, "dist/index.js")).href);
  const folder = mkdtempSync(path.join(tmpdir(), "bench-validators-"));
  try {
    const [ten, twenty] = [await sizeOf(emitValidators, folder, 10), await sizeOf(emitValidators, folder, 20)];
    return { ten, twenty, field: (twenty - ten) / 10 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
