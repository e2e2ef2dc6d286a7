/** Ticks of .NET, 100 ns each, in one unit of a duration. */
const ticksOf: Readonly<Record<string, number>> = { D: 864_000_000_000, H: 36_000_000_000, M: 600_000_000, S: 10_000_000 };

const pattern = /^(?<sign>-?)P(?:(?<D>\d+)D)?(?:T(?=\d)(?:(?<H>\d+)H)?(?:(?<M>\d+)M)?(?:(?<S>\d+(?:\.\d{1,7})?)S)?)?$/;

/**
 * Reads an ISO 8601 duration as .NET's TimeSpan has it, `PT1.5S`, `-P1DT2H`: days at most, because months have no fixed length.
 * The result counts ticks of 100 ns; undefined for anything else.
 */
export const parseIsoDuration = (text: string): number | undefined => {
  const groups = text.endsWith("P") ? undefined : pattern.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const ticks = Object.entries(ticksOf).reduce((sum, [unit, size]) => sum + Math.round(Number(groups[unit] ?? "0") * size), 0);
  if (!Number.isSafeInteger(ticks)) return undefined;
  return groups["sign"] === "-" && ticks !== 0 ? -ticks : ticks;
};

const secondsText = (ticks: number): string => {
  const fraction = String(ticks % 10_000_000).padStart(7, "0").replace(/0+$/, "");
  return `${Math.floor(ticks / 10_000_000)}${fraction === "" ? "" : `.${fraction}`}`;
};

/** Writes ticks as ServiceStack does: no unit that is zero, and `PT0S` for nothing at all. */
export const writeIsoDuration = (ticks: number): string => {
  const positive = Math.abs(ticks);
  const [day = 1, hour = 1, minute = 1] = ["D", "H", "M"].map((unit) => ticksOf[unit]);
  const [days, hours, minutes] = [Math.floor(positive / day), Math.floor((positive % day) / hour), Math.floor((positive % hour) / minute)];
  const rest = positive % minute;
  const time = `${hours > 0 ? `${hours}H` : ""}${minutes > 0 ? `${minutes}M` : ""}${rest > 0 ? `${secondsText(rest)}S` : ""}`;
  if (positive === 0) return "PT0S";
  return `${ticks < 0 ? "-" : ""}P${days > 0 ? `${days}D` : ""}${time === "" ? "" : `T${time}`}`;
};
