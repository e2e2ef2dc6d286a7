/** The check digit that makes nine digits a Swedish number: digits count double in turn, and those of a product are added. */
export const checkDigit = (nine: string): number => {
  const sum = [...nine].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
};

/** Whether the last ten digits end in their check digit; one hyphen or plus sign may stand before the last four. */
export const isLuhn = (text: string): boolean => {
  const digits = /^(\d*\d{6})[-+]?(\d{4})$/.exec(text);
  if (digits === null) return false;
  const ten = `${digits[1] ?? ""}${digits[2] ?? ""}`.slice(-10);
  return checkDigit(ten.slice(0, 9)) === Number(ten[9]);
};
