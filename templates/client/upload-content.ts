import { type Announced, checked, formChunks, multipartOf, type UploadProgress } from "./upload-body.js";
import { blobOf, type ByteStream, chunksOf, collected, type UploadData } from "./upload-data.js";
import type { UploadForm } from "./upload-form.js";
import { streamOf, type UploadBody } from "./upload-send.js";

/** What a body is made of. */
export interface Contents {
  readonly form: UploadForm;
  readonly data: UploadData;
  /** In bytes, as the caller said. */
  readonly size?: number | undefined;
  readonly streams: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: UploadProgress) => void;
}

/** The data as a Blob that is what was announced; a stream is read to its end for that. */
const checkedBlob = async (blob: Blob, { form: { md5 }, size = blob.size, signal }: Contents): Promise<Blob> => {
  const announced: Announced = { size, md5 };
  if (md5 === undefined && size === blob.size) return blob;
  for await (const _ of checked(chunksOf(blob.stream(), signal), announced)) continue;
  return blob;
};

/** Data in memory is looked at as a whole, before anything is sent; a stream of known size is looked at while it is sent. */
export const bodyOf = async (contents: Contents): Promise<{ readonly body: UploadBody; readonly size: number }> => {
  const { form, data, size: known, streams, signal, onProgress } = contents;
  const given = blobOf(data);
  const isSentAsRead = given === undefined && streams && known !== undefined;
  const blob = isSentAsRead ? undefined : await checkedBlob(given ?? (await collected(data as ByteStream, signal)), contents);
  const size = blob?.size ?? known ?? 0;
  const multipart = multipartOf(form, blob === undefined || blob.type === "" ? "application/octet-stream" : blob.type);
  const { contentType, head, tail } = multipart;
  const length = head.length + size + tail.length;
  if (blob !== undefined && !streams) return { body: { content: new Blob([head, blob, tail]), contentType, length, failure: () => undefined }, size };
  const chunks = blob === undefined ? checked(chunksOf(data as ByteStream, signal), { size, md5: form.md5 }) : chunksOf(blob.stream(), signal);
  return { body: { ...streamOf(formChunks(multipart, chunks, size, onProgress)), contentType, length }, size };
};
