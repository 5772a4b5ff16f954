/** The name of a column for a name of the domain: `pickupNote` is stored as `pickup_note`. */
export type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}`
  : Name

export const snakeCase = <Name extends string>(name: Name): SnakeCase<Name> =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) as SnakeCase<Name>

/** The same values under the names of their columns. */
export const withColumnNames = <Name extends string, Value>(
  values: Record<Name, Value>,
): Record<SnakeCase<Name>, Value> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [snakeCase(name), value])) as Record<
    SnakeCase<Name>,
    Value
  >
