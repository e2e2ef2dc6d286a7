/** Every character but the unreserved ones (RFC 3986, section 2.3): `encodeURIComponent` leaves five of the reserved. */
export const percentEncoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`);

const reserved = /%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B|3D)/g;

/** Percent-encoded for `allowReserved`. Of the reserved characters, `#`, `&`, `+`, `[` and `]` are, since they would change what is read. */
export const reservedKept = (text: string): string => encodeURIComponent(text).replace(reserved, decodeURIComponent);
