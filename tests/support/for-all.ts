import fc from 'fast-check'

type Arbitraries<Values> = { [K in keyof Values]: fc.Arbitrary<Values[K]> }

/** Fails unless `check` passes for all values of the arbitraries that are tried. */
export const forAll = <Values extends [unknown, ...unknown[]]>(
  ...args: [...Arbitraries<Values>, check: (...values: Values) => void]
): void => fc.assert(fc.property<Values>(...args))
