/** Parses JSON that this server has stored itself, without validation. */
export const readJson = <T>(text: string): T => JSON.parse(text) as T

/** Returns a copy without the fields whose value is `null`; such fields are absent from API responses. */
export function omitNulls<T extends Record<string, unknown>>(
  row: T,
): { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]>
} {
  const filled: Record<string, unknown> = {}
  for (const name in row) if (row[name] !== null) filled[name] = row[name]
  return filled as never
}
