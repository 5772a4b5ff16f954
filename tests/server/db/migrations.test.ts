import { readdirSync } from 'node:fs'
import type { Database } from '../../../server/db/database'
import { migrations } from '../../../server/db/migrations'
import { testDatabase } from '../support/database'
import { type Columns, readDeclaredTables } from '../support/declared-tables'
import { TABLES } from '../support/read-all-rows'

const FOLDER = 'server/db/migrations'

let db: Database
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

async function migratedTables(): Promise<Record<string, Columns>> {
  const tables = await db.query.introspection.getTables()
  return Object.fromEntries(
    tables
      .filter(({ name }) => !name.startsWith('kysely_'))
      .map(({ name, columns }) => [
        name,
        Object.fromEntries(columns.map((column) => [column.name, column.isNullable])),
      ]),
  )
}

/** The names of `first` that `second` lacks. */
const missing = (first: object, second: object = {}) =>
  Object.keys(first).filter((name) => !Object.hasOwn(second, name))

describe('server/db/migrations', () => {
  it('lists every migration file in index.ts in the order of the numbers', () => {
    const files = readdirSync(FOLDER).filter((name) => /^\d/.test(name))
    const names = files.map((name) => name.replace(/\.ts$/, ''))
    const listed = Object.keys(migrations)
    const problems = [
      ...names
        .filter((name) => !listed.includes(name))
        .map((name) => `${FOLDER}/${name}.ts is applied nowhere: add it to ${FOLDER}/index.ts.`),
      ...listed
        .filter((name) => !names.includes(name))
        .map((name) => `${FOLDER}/index.ts lists ${name}, but there is no file of this name.`),
      ...listed
        .filter((name, i) => Number(name.slice(0, 4)) !== i + 1)
        .map((name) => `${FOLDER}/index.ts lists ${name} out of order: number migrations without gaps.`),
    ]
    expect(problems).toEqual([])
  })

  it('creates the tables and columns that tables.ts declares', async () => {
    const [declared, migrated] = [readDeclaredTables(), await migratedTables()]
    const problems = [
      ...missing(declared, migrated).map((table) => `No migration creates the table ${table}: add one.`),
      ...missing(migrated, declared).map(
        (table) => `A migration creates the table ${table}: add it to Tables in server/db/tables.ts.`,
      ),
      ...Object.entries(declared).flatMap(([table, columns]) => [
        ...missing(columns, migrated[table]).map(
          (name) => `No migration creates the column ${table}.${name}: add one.`,
        ),
        ...missing(migrated[table] ?? {}, columns).map(
          (name) => `A migration creates the column ${table}.${name}: add it to server/db/tables.ts.`,
        ),
        ...Object.entries(migrated[table] ?? {})
          .filter(([name, isNullable]) => (columns[name] ?? isNullable) !== isNullable)
          .map(
            ([name, isNullable]) =>
              `${table}.${name} may ${isNullable ? '' : 'not '}be null by its migration: say so in server/db/tables.ts.`,
          ),
      ]),
    ]
    expect(problems).toEqual([])
  })

  it('creates only tables that the tests of backup, restore and copy compare', async () => {
    const unread = missing(await migratedTables()).filter((name) => !TABLES.some((table) => table === name))
    const advice = 'add it with its primary key to KEYS in tests/server/support/read-all-rows.ts'
    expect(unread.map((name) => `Nothing compares the rows of ${name}: ${advice}.`)).toEqual([])
  })
})
