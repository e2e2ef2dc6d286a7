/**
 * writeCsvRow(["a", 'b "c"'], ",") ~> 'a,"b ""c"""\n'
 * @type {(cells: readonly string[], delimiter: string) => string}
 */
export const writeCsvRow = (cells, delimiter) =>
  `${cells.map((cell) => (cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)}\n`;
