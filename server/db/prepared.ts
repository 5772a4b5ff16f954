import type { Compilable, CompiledQuery, DialectAdapter } from 'kysely'
import type { Query } from './database'

type Value = string | number | null
type Values<Given> = { [Name in keyof Given]: Value | readonly string[] }

/** Stands for a value, or for one of a list, while a query is built. */
class Place {
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

function placesFor(given: object): object {
  const places = Object.entries(given).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map((_, at) => new Place(name, at)) : new Place(name),
  ])
  return Object.fromEntries(places)
}

/** Queries differ by how long their lists are. */
function lengths<Given extends Values<Given>>(given: Given): string {
  let all = ''
  for (const name in given) {
    const value: Value | readonly string[] = given[name]
    if (Array.isArray(value)) all += `${value.length},`
  }
  return all
}

/**
 * A query that is built once a database and run with other values each time: building costs more than running where
 * it runs thousands of times a second. `build` sees places instead of values, so it must not look at them.
 */
export function prepared<Given extends Values<Given>, Row>(
  build: (db: Query, given: Given) => Compilable<Row>,
): (db: Query, given: Given) => Promise<Row[]> {
  const builtFor = new WeakMap<DialectAdapter, Map<string, CompiledQuery<Row>>>()

  function queryFor(db: Query, given: Given): CompiledQuery<Row> {
    const { adapter } = db.getExecutor()
    const built = builtFor.get(adapter) ?? new Map<string, CompiledQuery<Row>>()
    builtFor.set(adapter, built)
    const key = lengths(given)
    const query = built.get(key) ?? build(db, placesFor(given) as Given).compile()
    built.set(key, query)
    return query
  }

  return async (db, given) => {
    const query = queryFor(db, given)
    const parameters = query.parameters.map((one) => (one instanceof Place ? one.valueIn(given) : one))
    return (await db.executeQuery<Row>({ ...query, parameters })).rows
  }
}
