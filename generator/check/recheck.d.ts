/** The build for browsers: all of it in one file of plain JavaScript, which needs neither threads nor executables. */
declare module "recheck/lib/browser.js" {
  import type { checkSync } from "recheck";
  const recheck: { readonly checkSync: typeof checkSync };
  export = recheck;
}
