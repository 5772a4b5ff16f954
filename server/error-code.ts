/** Returns the `code` of an error of Node, SQLite or PostgreSQL; '' when it has none. */
export const getErrorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
