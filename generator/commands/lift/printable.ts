/** Characters that move the cursor, change colours or turn the direction of text must not reach a terminal. */
export const printable = (text: string): string => text.replace(/[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g, " ");
