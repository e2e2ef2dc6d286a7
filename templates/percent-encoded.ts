/** Every character but the unreserved ones (RFC 3986, section 2.3): `encodeURIComponent` leaves five of the reserved. */
export const percentEncoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`);
