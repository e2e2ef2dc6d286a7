/** Times in milliseconds at which a package was made only because others had touched its files: the last of them. */
export type Restorations = readonly number[];

/** So often within so many milliseconds, and no more: a formatter that follows every change would go on for ever. */
const most = 5;
const within = 60_000;

export const withRestoration = (times: Restorations, now: number): Restorations => [...times, now].slice(-most);

/** Does somebody change the files again each time they are made? */
export const isContested = (times: Restorations, now: number): boolean => times.length === most && now - (times[0] ?? 0) < within;
