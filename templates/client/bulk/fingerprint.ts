/** A 32-bit FNV-1a of the item's JSON: it finds that an input has changed, and is no protection against anybody. */
export const fingerprint = (item: unknown): number => {
  const text = JSON.stringify(item) ?? "";
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >> 8), 0x01000193);
  }
  return hash >>> 0;
};
