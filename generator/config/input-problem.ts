import path from "node:path";
import { shownUri } from "../diagnostics/shown-uri.js";
import { fileKind } from "./file-kind.js";

/** RFC 3986 §3, with an authority. A drive such as `C:` is no scheme. */
const url = /^[a-z][a-z0-9+.-]+:\/\//i;

export const isUrl = (input: string): boolean => url.test(input);

/** As a person in the working directory writes it. */
const shown = (file: string, cwd: string): string => path.relative(cwd, file).split(path.sep).join("/") || ".";

/** Why an input names no description, where that is more than that there is no such file. */
export const inputProblem = (input: string, cwd: string, allowRemote: boolean): string | undefined => {
  if (/^file:/i.test(input)) return `${JSON.stringify(input)} is a URL; name the file by its path`;
  if (isUrl(input))
    return allowRemote
      ? undefined
      : `${JSON.stringify(shownUri(input))} is a URL, and nothing is read from the network: download the description and name the file, or say --allow-remote`;
  const file = path.resolve(cwd, input);
  if (fileKind(file) !== "folder") return undefined;
  const [folder, inside] = [file, path.join(file, "openapi.yaml")].map((one) => JSON.stringify(shown(one, cwd)));
  return `${folder} is a folder: name the description in it, such as ${inside}`;
};
