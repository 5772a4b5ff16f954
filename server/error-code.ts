/** The `code` that Node, SQLite and PostgreSQL put on their errors; '' when there is none. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
