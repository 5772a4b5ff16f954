import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { productTexts } from '@/domain/product/product-texts'
import { snakeCase } from '../../../server/db/snake-case'

/** The columns of a table by name; true for those that may be null. */
export type Columns = Record<string, boolean>

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
export function readDeclaredTables(): Record<string, Columns> {
  const file = 'server/db/tables.ts'
  const text = [
    file,
    'server/db/handover-tables.ts',
    'server/db/job-table.ts',
    'server/db/lesson-tables.ts',
    'server/db/media-tables.ts',
    'server/db/money-tables.ts',
    'server/db/notification-tables.ts',
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
    fieldsOf('Tables').map(([table, type]) => {
      const node = interfaces.get(type)
      if (!node) throw new Error(`${file} has no interface ${type} for the table ${table}.`)
      const own = fieldsOf(type).map(([column, columnType]) => [column, columnType.endsWith('| null')])
      return [table, { ...inheritedColumns(node, source), ...Object.fromEntries(own) }]
    }),
  )
}
