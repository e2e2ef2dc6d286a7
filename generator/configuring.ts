// what configurations and emitters import, which must not load the rest of the tool
export { defineConfig } from "./config/define-config.js";
export { defineEmitter } from "./emitters/define-emitter.js";
