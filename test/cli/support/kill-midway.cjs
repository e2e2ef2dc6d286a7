// Ends the process by SIGKILL at the second file that takes its place after the journal has taken its own.
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");

const { renameSync } = fs;
let renames = 0;

fs.renameSync = (from, to) => {
  if (renames > 1) process.kill(process.pid, "SIGKILL");
  renameSync(from, to);
  if (renames > 0 || String(to).endsWith("journal.json")) renames++;
};
syncBuiltinESMExports();
