import { readFileSync } from "node:fs";

/** A `ts` block of the README. */
export interface Block {
  readonly heading: string;
  readonly text: string;
}

const root = new URL("../../../../", import.meta.url);

/** All of them, in their order, with the heading above each. */
export const readmeBlocks = (): readonly Block[] => {
  const text = readFileSync(new URL("README.md", root), "utf8");
  return text
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => [...section.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block = ""]) => ({ heading: section.split("\n", 1)[0] ?? "", text: block })));
};

/** Blocks that show output, or cannot be compiled here: by what they begin with, and why. */
export const excerpts: readonly { readonly begin: string; readonly reason: string }[] = [
  { begin: "import { createClient, listPets, validatePet }", reason: "the package of a description that a reader has" },
  { begin: "export type OrganizationuserWrite =", reason: "what is generated, beside the schema that it comes from" },
  { begin: "export type ListOrganizationusersCreatedAtParameter =", reason: "what is generated, shortened by …" },
];

/** What the text around a block tells, by the block's beginning: everything else has to stand in the block. */
export const given: readonly { readonly begin: string; readonly before: string }[] = [
  { begin: "validateOrganizationuserWrite({", before: 'import { validateOrganizationuserWrite } from "pigello-accounts";' },
  { begin: "import { createClient, createOrganizationuser,", before: 'import { credentials } from "./credentials.js";' },
  {
    begin: "const { issues } = validateOrganizationuserWrite(input",
    before: [
      'import { toFieldErrors, validateOrganizationuserWrite, validateOrganizationuserWriteStream } from "pigello-accounts";',
      "const input: unknown = {};",
      "const response: { readonly body: ReadableStream<Uint8Array> } = new Response('{}') as never;",
    ].join("\n"),
  },
];

export const isExcerpt = ({ text }: Block): boolean => excerpts.some(({ begin }) => text.startsWith(begin));

/** The block as a module of its own: the exports make it one where it imports nothing. */
export const programOf = ({ text }: Block): string => `${given.find(({ begin }) => text.startsWith(begin))?.before ?? ""}\n${text}\nexport {};\n`;
