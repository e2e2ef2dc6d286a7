/** As much of the parser as the tests use; it comes with express-openapi-validator. */
declare module "busboy" {
  import type { Readable, Writable } from "node:stream";

  interface Parser extends Writable {
    on(event: "field", listener: (name: string, text: string, info: { readonly mimeType: string }) => void): this;
    on(event: "file", listener: (name: string, stream: Readable, info: { readonly filename: string; readonly mimeType: string }) => void): this;
    on(event: "close", listener: () => void): this;
    on(event: "error", listener: (error: Error) => void): this;
  }

  const busboy: (options: { readonly headers: Readonly<Record<string, string>>; readonly defParamCharset: string }) => Parser;
  export default busboy;
}
