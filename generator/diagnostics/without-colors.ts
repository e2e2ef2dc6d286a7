/** The text that was rendered with colours as it is without: no other control sequence gets into it. */
export const withoutColors = (text: string): string => text.replace(/\u001B\[[\d;]*m/g, "");
