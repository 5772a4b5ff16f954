import { sql } from 'kysely'
import type { Query } from '../../db/database'
import type { TableShape } from './row'

interface Column {
  table: string
  name: string
  type: string
  /** Position in the primary key, from 1; 0 outside of it. */
  key: number
}

/** Describes every table of an SQLite database but the migration list. PostgreSQL at the same level has the same tables. */
export async function readTables(file: Query): Promise<TableShape[]> {
  const { rows } = await sql<Column>`
    select t.name as "table", c.name, c.type, c.pk as "key"
    from sqlite_master as t join pragma_table_info(t.name) as c
    where t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\' and t.name <> 'kysely_migration'
    order by t.name, c.name`.execute(file)
  const tables = new Map<string, Column[]>()
  for (const column of rows) tables.set(column.table, [...(tables.get(column.table) ?? []), column])
  return [...tables].map(([name, columns]) => ({
    name,
    columns: columns.map((column) => column.name),
    numbers: columns.filter(({ type }) => /int/i.test(type)).map((column) => column.name),
    key: columns
      .filter(({ key }) => key > 0)
      .sort((a, b) => a.key - b.key)
      .map((column) => column.name),
  }))
}
