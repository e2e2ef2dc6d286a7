import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { openPigelloClient, pigelloHelp, pigelloOptions } from "./pigello-client.mjs";
import { WrongUse } from "./run-program.mjs";
import { userColumns } from "./user-columns.mjs";

export const importHelp = `node examples/import-users.mjs FILE.csv [options]

Writes the users of a CSV file, "-" for standard input. Empty cells are left out. A run that ended early goes on where it was
when the same command is run again. What was not written stands in the reject file, with why.

  --rejects FILE       the reject file; FILE.csv.rejects.csv unless told otherwise
  --journal FILE       what was sent and answered; FILE.csv.journal unless told otherwise
  --resend             sends again what an earlier run sent without getting an answer; it may then be there twice
  --delimiter TEXT     between cells; "," unless told otherwise
  --encoding NAME      of the file; utf-8 unless told otherwise
  --map NAME=FIELD     the column NAME holds FIELD; "NAME=" leaves it out, "=" one without a name; may be repeated
  --chunk-size NUMBER  users of one request; 100 unless told otherwise
  --concurrency NUMBER requests at the same time; 2 unless told otherwise
${pigelloHelp}
Columns:
${userColumns.join(" ").replaceAll(/(.{1,100})(?: |$)/g, "  $1\n")}
Exit codes: 0 all are written; 1 some are not, or the run ended early; 2 wrong use; 130 interrupted.
`;

const options = /** @type {const} */ ({
  ...pigelloOptions,
  rejects: { type: "string" },
  journal: { type: "string" },
  resend: { type: "boolean", default: false },
  delimiter: { type: "string", default: "," },
  encoding: { type: "string", default: "utf-8" },
  map: { type: "string", multiple: true },
  "chunk-size": { type: "string", default: "100" },
  concurrency: { type: "string", default: "2" },
});

/** @type {(text: string, name: string) => number} */
const wholeNumber = (text, name) => {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new WrongUse(`--${name} must be a whole number of at least 1`);
  return Number(text);
};

/** @type {(pairs: readonly string[]) => ReadonlyMap<string, string>} */
const renamedIn = (pairs) =>
  new Map(
    pairs.map((pair) => {
      const at = pair.lastIndexOf("=");
      if (at < 0) throw new WrongUse("--map takes NAME=FIELD");
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );

/** @type {(encoding: string) => string} */
const checkedEncoding = (encoding) => {
  try {
    return new TextDecoder(encoding, { fatal: true }).encoding;
  } catch {
    throw new WrongUse(`the encoding ${JSON.stringify(encoding)} is not known`);
  }
};

/** @type {(delimiter: string) => string} */
const checkedDelimiter = (delimiter) => {
  if (delimiter.length !== 1 || /["\r\n]/.test(delimiter)) throw new WrongUse("--delimiter is one character, and no quote");
  return delimiter;
};

/** A file that is read and written at once would be lost. @type {(files: readonly string[]) => void} */
const checkDistinct = (files) => {
  if (new Set(files.map((file) => path.resolve(file))).size < files.length) throw new WrongUse("the file, --rejects and --journal must be different files");
};

/** @type {(told: string | undefined, file: string, ending: string) => string} */
const fileBeside = (told, file, ending) => {
  if (told === undefined && file === "-") throw new WrongUse('with "-", --rejects and --journal have to be told');
  return told ?? `${file}${ending}`;
};

/** What the command line asks for. Throws a WrongUse for what makes no sense. @param {string[]} args */
export const importSettings = (args) => {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new WrongUse("exactly one file is imported");
  const rejects = fileBeside(values.rejects, file, ".rejects.csv");
  const journal = fileBeside(values.journal, file, ".journal");
  checkDistinct([file, rejects, `${rejects}.part`, journal]);
  return {
    ...{ file, rejects, journal },
    delimiter: checkedDelimiter(values.delimiter),
    encoding: checkedEncoding(values.encoding),
    renamed: renamedIn(values.map ?? []),
    bulk: {
      resume: values.resend ? /** @type {const} */ ("resend") : /** @type {const} */ ("report"),
      chunkSize: wholeNumber(values["chunk-size"], "chunk-size"),
      concurrency: wholeNumber(values.concurrency, "concurrency"),
    },
    client: openPigelloClient(values, process.env),
  };
};
