import { code, identifier, join, symbol, typeSymbol } from "../../code/code.js";
import type { Declaration, ModuleDraft } from "../../code/declaration.js";
import type { Plan } from "../../plan/plan.js";
import { uploadFiles } from "../../plan/upload-files.js";
import type { TypeWriter } from "../types/type-expression.js";

const runtime = "runtime/client/upload";

const uploadDocs = [
  "Sends a file to the storage that the API named when the file was announced to it: `file` is what the API answered, `post`",
  "included. The storage gets no credential, no header and no cookie of the API, and redirects are refused. Nothing is sent where",
  "the data does not have the MD5 of `md5_hash`; data that is streamed breaks off before its last piece.",
].join("\n");

const describeDocs = "What the API is told of a file: its name and the MD5 of its data. A stream is used up by it; a Blob can be uploaded afterwards.";

/** `uploadFile` and `describeFile`, for an API that has files go to a storage beside it; no module for others. */
export const uploadModule = (plan: Plan, types: TypeWriter): readonly ModuleDraft[] => {
  const files = uploadFiles(plan.contract);
  if (files.length === 0) return [];
  const file = join(files.map(({ schema }) => types.nonNullTypeOf(schema)), " | ");
  const declarations: readonly Declaration[] = [
    {
      kind: "const",
      name: "uploadFile",
      exported: true,
      docs: uploadDocs,
      type: code`${typeSymbol(runtime, "UploadFunction")}<${file}>`,
      value: code`${symbol(runtime, "upload")}`,
    },
    {
      kind: "function",
      name: "describeFile",
      exported: true,
      docs: describeDocs,
      parameters: [
        { name: "name", type: code`string` },
        { name: "data", type: code`${typeSymbol(runtime, "UploadData")}` },
      ],
      returnType: code`Promise<${typeSymbol(runtime, "FileDescription")}>`,
      body: code`return ${symbol(runtime, "describe")}(${identifier("name")}, ${identifier("data")});`,
    },
  ];
  return [{ kind: "module", path: "client-upload", declarations }];
};
