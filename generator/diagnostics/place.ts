/** A point in a text. `offset` counts UTF-16 code units from 0; `line` and `column` count from 1. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A stretch of one file, end exclusive. */
export interface Place {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}
