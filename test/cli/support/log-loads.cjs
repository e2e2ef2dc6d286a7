// Given to Node by --require: writes every file that is loaded, required or imported, to standard error.
const Module = require("node:module");

const load = Module._load;
Module._load = function (request, parent, isMain) {
  const file = Module._resolveFilename(request, parent, isMain);
  process.stderr.write(`loads ${file}\n`);
  return load.call(this, request, parent, isMain);
};

const hooks = `
  import { writeSync } from "node:fs";
  export const load = (url, context, next) => {
    writeSync(2, "loads " + url + "\\n");
    return next(url, context);
  };
`;
Module.register(`data:text/javascript,${encodeURIComponent(hooks)}`);
