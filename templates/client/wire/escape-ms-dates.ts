const msDates = /"\/(Date\(-?\d{1,15}(?:[-+]\d{4})?\))\/"/g;

/** `"\/Date(0+0000)\/"`: some readers take the slash without its backslash for text (DateTimeSerializer of ServiceStack.Text). */
export const escapeMsDates = (json: string): string => (json.includes('"/Date(') ? json.replace(msDates, '"\\/$1\\/"') : json);
