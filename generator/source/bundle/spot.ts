import { child, type Pointer } from "../pointer.js";
import type { ReadText } from "../read-text.js";

/** A part of a file that was put somewhere in the bundle. */
export interface Mount {
  readonly file: ReadText;
  readonly from: Pointer;
  readonly to: Pointer;
  /** The mount in whose place this one was put, if it was. */
  readonly within: Mount | undefined;
}

/** A value below a mount. Its pointers are made when they are asked for, which is seldom. */
export interface Spot {
  readonly mount: Mount;
  readonly up: Spot | undefined;
  readonly token: string | number;
}

export const spotOf = (mount: Mount): Spot => ({ mount, up: undefined, token: "" });

export const below = (up: Spot, token: string | number): Spot => ({ mount: up.mount, up, token });

const pathOf = (spot: Spot): Pointer => {
  const tokens: (string | number)[] = [];
  for (let at = spot; at.up !== undefined; at = at.up) tokens.push(at.token);
  return child("", ...tokens.reverse());
};

/** Where the value stands in its file. */
export const fromOf = (spot: Spot): Pointer => spot.mount.from + pathOf(spot);

/** Where the value stands in the bundle. */
export const toOf = (spot: Spot): Pointer => spot.mount.to + pathOf(spot);
