/** Reads JSON that this server wrote itself. */
export const readJson = <T>(text: string): T => JSON.parse(text) as T

/** An object without the fields whose value is `null`: what the database has no value for is absent on the wire. */
export function present<T extends Record<string, unknown>>(
  row: T,
): { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]>
} {
  const filled: Record<string, unknown> = {}
  for (const name in row) if (row[name] !== null) filled[name] = row[name]
  return filled as never
}
