import type { Compilable, CompiledQuery, DialectAdapter } from 'kysely'
import type { Query } from './database'

type Value = string | number | null
type Values<Given> = { [Name in keyof Given]: Value | readonly string[] }

/** A placeholder for a value, or for one value of a list, while a query is built. */
class Placeholder {
  constructor(
    readonly name: string,
    readonly at?: number,
  ) {}

  valueIn(given: Record<string, Value | readonly string[]>): Value {
    const value = given[this.name]
    if (Array.isArray(value)) return value[this.at ?? 0] ?? null
    return typeof value === 'string' || typeof value === 'number' ? value : null
  }
}

function placeholdersFor(given: object): object {
  const placeholders = Object.entries(given).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map((_, at) => new Placeholder(name, at)) : new Placeholder(name),
  ])
  return Object.fromEntries(placeholders)
}

/** Returns the cache key of a query, which depends on the lengths of its lists. */
function listLengths<Given extends Values<Given>>(given: Given): string {
  let all = ''
  for (const name in given) {
    const value: Value | readonly string[] = given[name]
    if (Array.isArray(value)) all += `${value.length},`
  }
  return all
}

/**
 * Returns a query that is compiled once per database and list lengths, then executed with different values. `build` gets
 * placeholders instead of values, so it must not inspect them.
 */
export function prepareQuery<Given extends Values<Given>, Row>(
  build: (db: Query, given: Given) => Compilable<Row>,
): (db: Query, given: Given) => Promise<Row[]> {
  const compiledByAdapter = new WeakMap<DialectAdapter, Map<string, CompiledQuery<Row>>>()

  function queryFor(db: Query, given: Given): CompiledQuery<Row> {
    const { adapter } = db.getExecutor()
    const compiled = compiledByAdapter.get(adapter) ?? new Map<string, CompiledQuery<Row>>()
    compiledByAdapter.set(adapter, compiled)
    const key = listLengths(given)
    const query = compiled.get(key) ?? build(db, placeholdersFor(given) as Given).compile()
    compiled.set(key, query)
    return query
  }

  return async (db, given) => {
    const query = queryFor(db, given)
    const parameters = query.parameters.map((one) => (one instanceof Placeholder ? one.valueIn(given) : one))
    return (await db.executeQuery<Row>({ ...query, parameters })).rows
  }
}
