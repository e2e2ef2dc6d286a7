interface Reader {
  readonly read: () => Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
}

/** Bytes that are read before they are asked for. Reading begins again when half of them are taken. */
const most = 262_144;

/**
 * The chunks of a reader, some of them read ahead: for each chunk of its own, the fetch of Node stops and starts its connection,
 * which copies what is there each time, so that slow takers would pay dearly. Rejects as the reader does, after all chunks.
 */
export interface ReadAhead {
  /** Undefined at the end. */
  readonly next: () => Promise<Uint8Array | undefined>;
  /** Reads nothing more. */
  readonly close: () => void;
}

export const readAhead = (reader: Reader): ReadAhead => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let end: { readonly error?: unknown } | undefined;
  let isReading = false;
  let wake = (): void => undefined;
  const read = async (): Promise<void> => {
    isReading = true;
    try {
      while (end === undefined && size < most) {
        const { done, value } = await reader.read();
        if (done) end = {};
        if (value === undefined) continue;
        chunks.push(value);
        size += value.length;
        wake();
      }
    } catch (error) {
      end = { error };
    }
    isReading = false;
    wake();
  };
  const take = (): Uint8Array | undefined => {
    const chunk = chunks.shift();
    size -= chunk?.length ?? 0;
    if (!isReading && end === undefined && size <= most / 2) void read();
    return chunk;
  };
  return {
    next: async () => {
      for (;;) {
        const chunk = take();
        if (chunk !== undefined) return chunk;
        if (end !== undefined && "error" in end) throw end.error;
        if (end !== undefined) return undefined;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    close: () => void (end ??= {}),
  };
};
