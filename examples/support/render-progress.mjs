/**
 * What `onProgress` of a bulk write tells, and the total where something else knows it.
 * @typedef {object} Progress
 * @property {number} done
 * @property {number} [total]
 * @property {number} rejected
 * @property {number} bytes
 */

/**
 * @typedef {object} Look
 * @property {number} columns Of the terminal.
 * @property {number} [rate] Items a second, where it is known yet.
 * @property {boolean} [color]
 */

/** @type {(count: number) => string} */
const grouped = (count) => String(Math.round(count)).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");

/**
 * sizeText(1_234_567) ~> "1.2 MB"
 * @type {(bytes: number) => string}
 */
export const sizeText = (bytes) => {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const power = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(Number(bytes.toPrecision(4))) / 3));
  return `${power === 0 ? bytes : (bytes / 1000 ** power).toFixed(1)} ${units[power]}`;
};

/**
 * timeText(3725) ~> "1:02:05"
 * @type {(seconds: number) => string}
 */
export const timeText = (seconds) => {
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (/** @type {number} */ count) => String(count).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
};

/** @type {(part: number, width: number) => string} */
const bar = (part, width) => {
  const full = Math.floor(part * width);
  return `[${"=".repeat(full)}${" ".repeat(width - full)}]`;
};

/** @type {(progress: Progress, look: Look) => string[]} */
const factsOf = ({ done, total, rejected, bytes }, { rate = 0 }) => [
  total === undefined ? `${grouped(done)} done` : `${grouped(done)}/${grouped(total)}`,
  ...(rejected > 0 ? [`${grouped(rejected)} rejected`] : []),
  ...(total !== undefined && rate > 0 && done < total ? [`${timeText((total - done) / rate)} left`] : []),
  ...(rate > 0 ? [`${grouped(rate)}/s`] : []),
  sizeText(bytes),
];

/** As many as fit, the most important first. @type {(facts: string[], width: number) => string} */
const fitting = (facts, width) => {
  const [first = "", ...rest] = facts;
  return rest.reduce((line, fact) => (line.length + 2 + fact.length <= width ? `${line}  ${fact}` : line), first.slice(0, Math.max(0, width)));
};

const leastBar = 10;
const mostBar = 40;

/**
 * One line that is shorter than the terminal is wide: some terminals wrap a full one, and then it could not be drawn over.
 * @type {(progress: Progress, look: Look) => string}
 */
export const renderProgress = (progress, look) => {
  const { done, total, rejected } = progress;
  const width = look.columns - 1;
  const percent = total === undefined ? "" : `${String(total === 0 ? 100 : Math.floor((done / total) * 100)).padStart(3)}%  `;
  const room = width - percent.length;
  const alone = fitting(factsOf(progress, look), room - leastBar - 3);
  const barWidth = Math.min(mostBar, room - alone.length - 3);
  const hasBar = total !== undefined && barWidth >= leastBar && alone.length > 0;
  const facts = hasBar ? alone : fitting(factsOf(progress, look), room);
  const line = `${hasBar ? `${bar(total === 0 ? 1 : Math.min(1, done / total), barWidth)} ` : ""}${percent}${facts}`.slice(0, Math.max(0, width));
  const warning = `${grouped(rejected)} rejected`;
  return look.color === true && rejected > 0 ? line.replace(warning, `\u001b[31m${warning}\u001b[39m`) : line;
};

/**
 * For logs: what does not depend on the clock.
 * @type {(progress: Progress) => string}
 */
export const plainProgress = ({ done, total, rejected, bytes }) =>
  `${done}${total === undefined ? "" : ` of ${total}`} done, ${rejected} rejected, ${sizeText(bytes)} sent`;
