/** A text of which a name is made: what is longer than any title is none. */
export const nameable = (text: string): string => text.slice(0, 200);
