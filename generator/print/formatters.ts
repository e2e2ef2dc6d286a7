/** Who lays out what is generated: `oxfmt`, `prettier`, or nobody, which leaves it as it was printed: indented, with long lines. */
export const formatters = ["oxfmt", "prettier", false] as const;

export type Formatter = (typeof formatters)[number];

export const standardFormatter: Formatter = "oxfmt";

export const isFormatter = (value: unknown): value is Formatter => formatters.some((formatter) => formatter === value);
