import { pathToFileURL } from "node:url";
import { exampleFile } from "./run-example.js";

/** The exports of a module of the examples, which have no declarations; the caller says what they are. */
export const loadExample = async <Exports>(name: string): Promise<Exports> =>
  (await import(/* @vite-ignore */ pathToFileURL(exampleFile(name)).href)) as Exports;
