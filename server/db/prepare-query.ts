import type { Compilable, CompiledQuery, DialectAdapter } from 'kysely'
import type { Query } from './database'

type Value = string | number | null
type Row = Readonly<Record<string, Value>>
type Given = Value | readonly string[] | Row | undefined
type Values<All> = { [Name in keyof All]: Given }

/** A placeholder for one value while a query is built. */
class Placeholder {
  constructor(readonly valueIn: (given: Record<string, Given>) => Value) {}
}

const isList = (given: Given): given is readonly string[] => Array.isArray(given)

const isRow = (given: Given): given is Row => typeof given === 'object' && given !== null && !isList(given)

/** Returns the value with placeholders instead of its contents; an absent value stays absent. */
function placeholderFor(name: string, given: Given): unknown {
  if (given === undefined) return undefined
  if (isList(given))
    return given.map((_, at) => new Placeholder((all) => (all[name] as string[])[at] ?? null))
  if (!isRow(given)) return new Placeholder((all) => all[name] as Value)
  const columns = Object.keys(given).map((column) => [
    column,
    new Placeholder((all) => (all[name] as Row)[column] ?? null),
  ])
  return Object.fromEntries(columns)
}

function placeholdersFor(given: object): object {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, placeholderFor(name, value)]))
}

/** Returns the cache key of a query, which depends on the lengths of its lists and on which values are present. */
function shapeOf<All extends Values<All>>(given: All): string {
  let shape = ''
  for (const name in given) {
    const value: Given = given[name]
    if (isList(value)) shape += `${value.length},`
    else if (value !== undefined) shape += `${name},`
  }
  return shape
}

/**
 * Returns a query that is compiled once per database, list lengths, absent values and `variant`, then executed with different values.
 * `build` gets placeholders instead of values, so of a value it may only ask whether it is absent. A row keeps its column
 * names, which are the same in each run. What else the query depends on is its variant, of which there must be few.
 */
export function prepareQuery<All extends Values<All>, Result, Variant = undefined>(
  build: (db: Query, given: All, variant: Variant) => Compilable<Result>,
): (db: Query, given: All, ...variant: undefined extends Variant ? [] : [Variant]) => Promise<Result[]> {
  const compiledByAdapter = new WeakMap<DialectAdapter, Map<string, CompiledQuery<Result>>>()

  function queryFor(db: Query, given: All, variant: Variant): CompiledQuery<Result> {
    const { adapter } = db.getExecutor()
    const compiled = compiledByAdapter.get(adapter) ?? new Map<string, CompiledQuery<Result>>()
    compiledByAdapter.set(adapter, compiled)
    const key = variant === undefined ? shapeOf(given) : `${shapeOf(given)} ${JSON.stringify(variant)}`
    const query = compiled.get(key) ?? build(db, placeholdersFor(given) as All, variant).compile()
    compiled.set(key, query)
    return query
  }

  return async (db, given, ...[variant]) => {
    const query = queryFor(db, given, variant as Variant)
    const parameters = query.parameters.map((one) => (one instanceof Placeholder ? one.valueIn(given) : one))
    return (await db.executeQuery<Result>({ ...query, parameters })).rows
  }
}
