import { disk } from "../../../generator/write/disk.js";
import { standardSettings, writeFolders } from "../../../generator/write/write-folders.js";
import { after, before } from "./package.js";
import { faultyDisk } from "./faulty-disk.js";

/**
 * A run as a process of its own: `writer FOLDER before|after [CALL [half]]`, which is ended by SIGKILL at a call of the disk, or in the
 * midst of it. It prints what it is told, and what became of the folder.
 */
const [folder = "", which, at] = process.argv.slice(2);

const settings = {
  ...standardSettings(),
  disk: at === undefined ? disk : faultyDisk([{ at: Number(at), kind: () => process.kill(process.pid, "SIGKILL") }]),
  tell: (_: string, message: string) => process.stdout.write(`${message}\n`),
};

const [result] = await writeFolders([{ folder, files: which === "before" ? before : after }], settings);
process.stdout.write(`${result?.kind === "failed" ? `failed: ${result.reason}` : result?.kind}\n`);
