/** "ENOSPC" */
export const errorCode = (error: unknown): string | undefined => (error instanceof Error && "code" in error ? String(error.code) : undefined);
