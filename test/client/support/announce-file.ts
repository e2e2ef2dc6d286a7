import { createClient } from "../../../generated/pigello-accounts/src/client.js";
import { describeFile } from "../../../generated/pigello-accounts/src/client-upload.js";
import { createOrganizationuser } from "../../../generated/pigello-accounts/src/client/create-organizationuser.js";
import type { FileUpload } from "../../../generated/pigello-accounts/src/schemas/file-upload.js";
import type { PigelloServer } from "../../server/pigello-server.js";
import { credentials } from "./credentials.js";

type Options = Partial<Parameters<typeof createClient>[0]>;

/** A client with headers of its own, which no storage may get. */
export const clientOf = (server: PigelloServer, options: Options = {}) =>
  createClient({ baseUrl: server.url, credentials, retry: false, headers: { "x-pigello-extra": "extra-header", authorization: "Bearer of-the-api" }, ...options });

export type Announced = FileUpload & { readonly post: { readonly url: string; readonly fields: Readonly<Record<string, string>> }; readonly get: string };

/** What the server answers to a new user with a picture of these bytes. */
export const announceFile = async (server: PigelloServer, data: Uint8Array | string, name = 'Å "1".png'): Promise<Announced> => {
  const { profile_picture } = await createOrganizationuser(clientOf(server), {
    body: { detail_access: 0, first_name: "x", profile_picture: await describeFile(name, data) },
  });
  if (profile_picture?.post?.url === undefined || profile_picture.get === undefined) throw new Error("no form");
  return profile_picture as Announced;
};

/** Bytes without a pattern, the same in every run. */
export const someBytes = (length: number): Uint8Array<ArrayBuffer> => {
  let state = 1;
  return new Uint8Array(length).map(() => (state = (state * 48_271) % 2_147_483_647) & 0xff);
};

/** The bytes in pieces, and whether the source was closed. */
export const piecesOf = (data: Uint8Array, length: number) => {
  const seen = { closed: false };
  async function* pieces(): AsyncGenerator<Uint8Array, void, undefined> {
    // every piece in the same memory, as readers with a buffer of their own do it
    const shared = new Uint8Array(length);
    try {
      for (let at = 0; at < data.length; at += length) {
        const piece = data.subarray(at, at + length);
        shared.set(piece);
        yield shared.subarray(0, piece.length);
      }
    } finally {
      seen.closed = true;
    }
  }
  return { seen, pieces: pieces() };
};
