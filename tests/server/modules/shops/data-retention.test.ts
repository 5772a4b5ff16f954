import { readFileSync } from 'node:fs'
import { RECEIVER_RETENTION_MS, RECORDS_RETENTION_MS, REOPEN_MS } from '@/domain/shop/personal-data'
import type { Tables } from '../../../../server/db/tables'
import { endShop, removeEndedShops } from '../../../../server/modules/closing/end-shop'
import { sweepContents } from '../../../../server/modules/content/forget-contents'
import { dataRetention } from '../../../../server/modules/personal-data/data-retention'
import { deletePerson } from '../../../../server/modules/personal-data/delete-person'
import { forgetOrders } from '../../../../server/modules/personal-data/forget-orders'
import { type Outcome, outcomes } from '../../../../server/modules/personal-data/retention'
import { readAllRows, TABLES, type Table } from '../../support/read-all-rows'
import { type About, insertEverything } from '../../support/rows-of-everything'
import { environmentPerTest, newId } from '../../support/test-environment'
import { openShop } from '../../support/test-shop'

const WORDS = {
  retained: 'retained',
  cleared: 'emptied',
  detached: 'a random id',
  shortened: 'shortened or emptied after 90 days, emptied after three years',
  changed: 'set by the event',
} as const

/** The columns that pausing a shop changes. */
const PAUSED: readonly (keyof Tables['shop'])[] = [
  ...(['closed_until', 'closed_note', 'version', 'edit_hash', 'changes'] as const),
]

type Entry = (typeof dataRetention)[keyof typeof dataRetention]

function wordsOf(fate: Entry['closing'], column: string): string {
  if (fate === 'deleted') return 'deleted'
  if (fate === 'untouched') return 'retained'
  const outcome = outcomes.find((one) => (fate[one] as readonly string[] | undefined)?.includes(column))
  return WORDS[outcome ?? 'retained']
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** The table of docs/personal-data.md between its markers: fields with the same outcome share a row. */
function renderDataRetention(): string {
  const rows = Object.entries(dataRetention).flatMap(([table, { columns, closing, deletion }]) => {
    const groups = new Map<string, string[]>()
    for (const column of columns) {
      const key = row([wordsOf(closing, column), wordsOf(deletion, column)])
      groups.set(key, [...(groups.get(key) ?? []), `\`${column}\``])
    }
    return [...groups].map(([key, names]) => `| \`${table}\` | ${names.join(' ')} ${key}`)
  })
  return [
    row(['table', 'fields', 'after closing the shop', 'after deleting the person']),
    row(['---', '---', '---', '---']),
    ...rows,
  ].join('\n')
}

type Row = Record<string, unknown>
type Rows = Record<Table, Row[]>

const env = environmentPerTest()
let about: About

const read = () => readAllRows(env.deps.db) as Promise<Rows>

/** Fills every table. Personal rows belong to the seller or to the buyer, as `whose` says. */
async function fill(whose: 'seller' | 'buyer'): Promise<Rows> {
  const [seller, buyer, other] = [newId(), newId(), newId()]
  about = {
    ...{ shopId: newId(), slug: 'abcd1234', seller, buyer, other, now: env.deps.clock() },
    person: whose === 'seller' ? seller : buyer,
  }
  await insertEverything(env.deps.db.query, about)
  return read()
}

/** True for null, an empty text, and JSON without content. */
const isEmpty = (value: unknown) => [null, '', '{}', '[]'].includes(value as string | null)

/** The id of a column that names an account: `key_request` names it before a colon. */
const accountIn = (value: unknown) => String(value).split(':')[0] ?? ''

const isPseudonym = (value: unknown) =>
  /^[0-9A-Z]{26}$/i.test(accountIn(value)) &&
  ![about.seller, about.buyer, about.person, about.other].includes(accountIn(value))

/** True if the value of a column after an event is as its outcome requires. */
function check(outcome: Outcome | 'retained', before: unknown, after: unknown): boolean {
  if (outcome === 'retained') return JSON.stringify(before) === JSON.stringify(after)
  if (outcome === 'cleared') return isEmpty(after)
  if (outcome === 'detached') return isPseudonym(after)
  return JSON.stringify(before) !== JSON.stringify(after)
}

function outcomeOf(table: Table, event: 'closing' | 'deletion', column: string): Outcome | 'retained' {
  const fate = dataRetention[table][event]
  if (typeof fate === 'string') return 'retained'
  return (
    outcomes.find((outcome) => (fate[outcome] as readonly string[] | undefined)?.includes(column)) ??
    'retained'
  )
}

/** Returns the tables and columns whose outcome differs from `dataRetention` for an event. */
function differences(before: Rows, after: Rows, event: 'closing' | 'deletion'): string[] {
  return TABLES.flatMap((table) => {
    const [was, is] = [before[table][0], after[table][0]]
    const isDeleted = dataRetention[table][event] === 'deleted'
    if (!was) return [`${table} was empty`]
    if (!is || isDeleted)
      return isDeleted === (is === undefined) ? [] : [`${table} is ${is ? 'retained' : 'deleted'}`]
    return Object.keys(was)
      .filter((column) => !check(outcomeOf(table, event, column), was[column], is[column]))
      .map((column) => `${table}.${column}: ${String(was[column])} → ${String(is[column])}`)
  })
}

describe('dataRetention', () => {
  it('classifies every column of every table', async () => {
    const tables = (await env.deps.db.query.introspection.getTables()).filter(
      ({ name }) => !name.startsWith('kysely'),
    )
    const inSchema = Object.fromEntries(
      tables.map(({ name, columns }) => [name, columns.map((column) => column.name).sort()]),
    )
    const classified = Object.fromEntries(
      Object.entries(dataRetention).map(([name, { columns }]) => [name, [...columns].sort()]),
    )
    expect(classified).toEqual(inSchema)
  })

  it('has test rows in which every column has a value', async () => {
    const rows = await fill('buyer')
    const empty = TABLES.flatMap((table) =>
      Object.entries(rows[table][0] ?? { row: null })
        .filter(([, value]) => value === null)
        .map(([column]) => `${table}.${column}`),
    )
    // set by the events themselves
    expect(empty).toEqual(['shop.ended_at', 'shop_order.forget_at'])
  })

  it('matches the rows that remain after a shop was closed', async () => {
    const before = await fill('seller')
    env.advance(REOPEN_MS)
    expect(await env.deps.db.withTx((tx) => endShop(tx, about.shopId, env.deps.clock()))).toBe(true)
    env.advance(RECEIVER_RETENTION_MS)
    await forgetOrders(env.deps)
    await sweepContents(env.deps)
    const after = await read()
    // the changes that closing the shop itself makes, before the shop ends
    Object.assign(after.shop[0] as Row, { version: 2, closed_at: 0 })
    expect(differences(before, after, 'closing')).toEqual([])
    expect(after.shop_order[0]).toMatchObject({ note: null, receiver: '{"name":"收**","phone":"*0000"}' })

    env.advance(RECORDS_RETENTION_MS)
    await forgetOrders(env.deps)
    await removeEndedShops(env.deps)
    const rows = await read()
    const left = TABLES.filter((table) => rows[table].some((row) => row.shop_id === about.shopId))
    expect(left).toEqual(['operator_log'])
  })

  it('matches the rows that remain after a person was deleted', async () => {
    const before = await fill('buyer')
    const deleted = await env.deps.db.withTx((tx) => deletePerson(env.deps, tx, about.buyer))
    expect(deleted).toEqual({ isAccountKept: false })
    env.advance(RECEIVER_RETENTION_MS)
    await forgetOrders(env.deps)
    await sweepContents(env.deps)
    const after = await read()
    expect(differences(before, after, 'deletion')).toEqual([])
    expect(JSON.stringify(after)).not.toContain(about.buyer)

    env.advance(RECORDS_RETENTION_MS)
    await forgetOrders(env.deps)
    const [order] = (await read()).shop_order
    expect(order).toMatchObject({ receiver: '{"name":"","phone":""}', search: '核桃\nht', forget_at: null })
  })

  it('lists the columns that pausing a shop changes', async () => {
    const shop = await openShop(env)
    const before = await read()
    const body = {
      ...{ version: 1, name: '核桃小店', fulfilments: ['local'], payments: ['on-delivery'] },
      ...{ freight: { fee: 0 } },
    }
    const route = `PUT /api/shops/${shop.shopId}/settings`
    const first = await shop.owner.call(route, body)
    expect(first.statusCode).toBe(200)
    const saved = await read()
    await shop.owner.call(route, { ...body, version: 2, closedUntil: '2027-01-01', closedNote: '收核桃' })
    const after = await read()
    // what was written is recorded for its check
    const tables = TABLES.filter((table) => !table.startsWith('content'))
    const changed = tables.flatMap((table) =>
      after[table].flatMap((row, at) =>
        Object.keys(row)
          .filter((column) => JSON.stringify(row[column]) !== JSON.stringify(saved[table][at]?.[column]))
          .map((column) => `${table}.${column}`),
      ),
    )
    expect(before.shop).toHaveLength(1)
    expect(changed.sort()).toEqual(PAUSED.map((column) => `shop.${column}`).sort())
  })

  it('matches the table in docs/personal-data.md', () => {
    const [, written] = readFileSync('docs/personal-data.md', 'utf8').split(
      /<!-- tables -->\n|\n<!-- end of tables -->/,
    )
    expect(written?.trim()).toBe(renderDataRetention())
  })
})
