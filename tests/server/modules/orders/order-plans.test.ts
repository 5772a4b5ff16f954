import { sql } from 'kysely'
import { dayOf, startOfDay } from '@/domain/day'
import type { Query } from '../../../../server/db/database'
import { isPostgres } from '../../../../server/db/engine'
import { ordersPage } from '../../../../server/modules/orders/store'
import { today } from '../../../../server/modules/today/read-today'
import { signIn } from '../../support/api-client'
import { createTestEnvironment, type TestEnvironment } from '../../support/test-environment'
import { openShop, placeTestOrder } from '../../support/test-shop'

const OTHER_SHOPS = 4
const ORDERS = 10_000
const HOUR = 3_600_000
/** More than the orders of a week, an hour apart. */
const MAX_ROWS = 200

let env: TestEnvironment
let shopId: string
let now: number

/** Copies an order many times, an hour apart and finished: the planner gets the statistics of an old shop. */
async function multiplyOrder(query: Query, target: string): Promise<void> {
  const order = await query
    .selectFrom('shop_order')
    .selectAll()
    .where('shop_id', '=', target)
    .executeTakeFirstOrThrow()
  const changed = {
    id: sql`'copy' || i`,
    number: sql`i + 1`,
    created_at: sql`created_at - cast(i as bigint) * ${sql.lit(HOUR)}`,
    state: sql.lit('done'),
    payment_state: sql.lit('paid'),
    expires_at: sql.lit(null),
  }
  const columns = Object.keys(order)
  const values = columns.map((column) => Reflect.get(changed, column) ?? sql.ref(column))
  await sql`
    with recursive copies(i) as (select 1 union all select i + 1 from copies where i < ${sql.lit(ORDERS)})
    insert into shop_order (${sql.join(columns.map((column) => sql.ref(column)))})
    select ${sql.join(values)} from shop_order, copies where shop_id = ${target}`.execute(query)
}

beforeAll(async () => {
  env = await createTestEnvironment()
  now = startOfDay(dayOf(env.deps.clock())) + 30 * HOUR
  for (let at = 0; at <= OTHER_SHOPS; at++) {
    const shop = await openShop(env)
    await placeTestOrder(shop, await signIn(env.app))
    await multiplyOrder(env.deps.db.query, shop.shopId)
    shopId = shop.shopId
  }
  // as PostgreSQL does by itself after so many rows; SQLite plans without statistics
  if (isPostgres(env.deps.db.query)) await sql`vacuum analyze`.execute(env.deps.db.query)
}, 120_000)
afterAll(() => env.app.close())

/** The statements on orders that a function sends. */
async function statementsOf(run: (query: Query) => Promise<unknown>) {
  const { query } = env.deps.db
  const executed = jest.spyOn(query.getExecutor(), 'executeQuery')
  await run(query)
  const statements = executed.mock.calls.map(([compiled]) => compiled)
  executed.mockRestore()
  return statements.filter((compiled) => compiled.sql.includes('"shop_order"'))
}

type Statement = Awaited<ReturnType<typeof statementsOf>>[number]

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Loops': number
  'Actual Rows': number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

const explain = async (command: string, statement: Statement) =>
  (await env.deps.db.query.executeQuery({ ...statement, sql: `${command} ${statement.sql}` })).rows

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

/** How PostgreSQL reads orders for a statement. */
async function readsOnPostgres(statement: Statement): Promise<Plan[]> {
  const [row] = (await explain('explain (analyze, format json)', statement)) as {
    'QUERY PLAN': { Plan: Plan }[]
  }[]
  const plan = row?.['QUERY PLAN'][0]?.Plan
  return plan ? nodesOf(plan).filter((node) => node['Relation Name'] === 'shop_order') : []
}

/** The scans of orders that PostgreSQL runs for a statement, with their indexes. */
const indexesOnPostgres = async (statement: Statement) =>
  (await readsOnPostgres(statement))
    .filter((node) => node['Actual Loops'] > 0)
    .map((node) => [node['Node Type'], node['Index Name']])

/** The rows of orders that PostgreSQL reads for a statement; infinite for a scan of all shops' orders. */
async function countRowsOnPostgres(statement: Statement): Promise<number> {
  return (await readsOnPostgres(statement)).reduce(
    (sum, node) =>
      sum +
      (node['Node Type'] === 'Seq Scan'
        ? Infinity
        : node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)),
    0,
  )
}

/** Indexes of SQLite by which a statement reads few orders, with those of the join by id. */
const SELECTIVE =
  /USING (COVERING )?INDEX (shop_order_(claim|newest|waiting) |sqlite_autoindex_shop_order_1 .* AND id=|shop_order_state )/

/** How SQLite finds the orders of a statement. */
const searchOnSqlite = async (statement: Statement) =>
  ((await explain('explain query plan', statement)) as { detail: string }[])
    .map(({ detail }) => detail)
    .filter((detail) => detail.includes('shop_order'))

/** Expects that a statement reads few of the orders. */
async function expectFew(statement: Statement) {
  const { sql: text } = statement
  if (isPostgres(env.deps.db.query)) {
    const rows = await countRowsOnPostgres(statement)
    expect({ text, isFew: rows <= MAX_ROWS }).toEqual({ text, isFew: true })
    return
  }
  for (const search of await searchOnSqlite(statement)) {
    expect({ text, search }).toEqual({ text, search: expect.stringMatching(SELECTIVE) })
    // finished orders are many, and found by their state only with a day or a claim
    if (readsFinished(statement)) expect(search).not.toMatch(/shop_order_state \(shop_id=\? AND state=\?\)/)
  }
}

const readsFinished = ({ parameters }: Statement) => parameters.includes('done')

describe('today of a shop with many orders', () => {
  it('reads only the orders that it counts', async () => {
    const statements = await statementsOf((query) => today(query, shopId, now))
    expect(statements.length).toBeGreaterThan(4)
    for (const statement of statements) await expectFew(statement)
  })
})

describe('a list of several states in a shop with many orders', () => {
  it('of what waits for the shop reads no others', async () => {
    const statements = await statementsOf((db) => ordersPage(db, shopId, { state: 'to-do' }, now))
    const statement = statements.at(-1) as Statement
    if (isPostgres(env.deps.db.query)) return expectFew(statement)
    // those to accept or send by their state, the others by their claim, and both by id
    const byId = expect.stringContaining('INDEX sqlite_autoindex_shop_order_1 (shop_id=? AND id=?)')
    expect(await searchOnSqlite(statement)).toEqual([
      expect.stringContaining('INDEX shop_order_state (shop_id=? AND state=?)'),
      byId,
      expect.stringContaining('INDEX shop_order_claim (shop_id=? AND after_sale=?'),
      byId,
    ])
  })

  it('of what is over reads the newest orders', async () => {
    const statements = await statementsOf((db) => ordersPage(db, shopId, { state: 'over' }, now))
    await expectFew(statements.at(-1) as Statement)
  })
})

describe('a search in a shop with many orders', () => {
  it('reads the index of the newest orders and no order when none contains the text', async () => {
    const statements = await statementsOf((query) => ordersPage(query, shopId, { search: '核挑' }, now))
    // the statements of long texts and of the list, after the parts from which they are built
    const inLongTexts = statements.find(({ sql: text }) => text.includes('search_more')) as Statement
    const list = statements.at(-1) as Statement
    if (!isPostgres(env.deps.db.query)) {
      expect(await searchOnSqlite(inLongTexts)).toEqual([expect.stringMatching(/INDEX shop_order_more/)])
      const [found] = await searchOnSqlite(list)
      expect(found).toMatch(/USING COVERING INDEX shop_order_newest/)
      return
    }
    expect(await indexesOnPostgres(inLongTexts)).toEqual([[expect.any(String), 'shop_order_more']])
    expect(await indexesOnPostgres(list)).toEqual([['Index Only Scan', 'shop_order_newest']])
  })
})
