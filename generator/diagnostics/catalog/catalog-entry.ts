/** What is known of one diagnostic code, for the documentation and for people who meet it. */
export interface CatalogEntry {
  readonly severity: "error" | "warning" | "info";
  /** The finding as a heading. */
  readonly title: string;
  /** Why it is reported, in one sentence. */
  readonly cause: string;
  /** What to do about it, in one sentence. */
  readonly mend: string;
  /** The mend says more than the message, so it is shown as the hint of findings that have none of their own. */
  readonly showMend?: true;
  /** An error that leaves the description whole, so that a configuration may make it a warning or switch it off. */
  readonly relaxable?: true;
}
