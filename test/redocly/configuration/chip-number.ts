export const isChipNumber = (value: string): boolean => /^\d{15}$/.test(value);
