import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { productTexts } from '@/domain/product/product-texts'
import { migrations } from '../../../server/db/migrations'
import { snakeCase } from '../../../server/db/snake-case'
import { perFile } from '../../support/per-test'
import { testDatabase } from '../support/database'
import { TABLES } from '../support/read-all-rows'

/** The columns of a table by name; true for those that may be null. */
type Columns = Record<string, boolean>

const TEXTS_OF_PRODUCT = 'extends Record<SnakeCase<ProductText>, string | null>'

function inheritedColumns(node: ts.InterfaceDeclaration, source: ts.SourceFile): Columns {
  const clauses = node.heritageClauses?.map((clause) => clause.getText(source)) ?? []
  const unknown = clauses.find((clause) => clause !== TEXTS_OF_PRODUCT)
  if (unknown) throw new Error(`readDeclaredTables does not know the columns of "${unknown}": add them here.`)
  return clauses.length === 0
    ? {}
    : Object.fromEntries(Object.keys(productTexts).map((name) => [snakeCase(name), true]))
}

/** Reads the columns of each table from the declarations of the tables. */
function readDeclaredTables(): Record<string, Columns> {
  const file = 'server/db/tables.ts'
  const text = [
    file,
    'server/db/content-tables.ts',
    'server/db/group-buy-tables.ts',
    'server/db/handover-tables.ts',
    'server/db/job-table.ts',
    'server/db/lesson-tables.ts',
    'server/db/media-tables.ts',
    'server/db/money-tables.ts',
    'server/db/notification-tables.ts',
    'server/db/operator-tables.ts',
    'server/db/order-tables.ts',
  ]
    .map((one) => readFileSync(one, 'utf8'))
    .join('\n')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022)
  const interfaces = new Map<string, ts.InterfaceDeclaration>()
  source.forEachChild((node) => {
    if (ts.isInterfaceDeclaration(node)) interfaces.set(node.name.text, node)
  })
  const fieldsOf = (name: string): [field: string, type: string][] =>
    interfaces
      .get(name)
      ?.members.filter(ts.isPropertySignature)
      .map((member) => [member.name.getText(source), member.type?.getText(source) ?? '']) ?? []
  return Object.fromEntries(
    [...fieldsOf('Tables'), ...fieldsOf('OperatorTables')].map(([table, type]) => {
      const node = interfaces.get(type)
      if (!node) throw new Error(`${file} has no interface ${type} for the table ${table}.`)
      const own = fieldsOf(type).map(([column, columnType]) => [column, columnType.endsWith('| null')])
      return [table, { ...inheritedColumns(node, source), ...Object.fromEntries(own) }]
    }),
  )
}

const FOLDER = 'server/db/migrations'

const db = perFile(testDatabase, 'close')

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
