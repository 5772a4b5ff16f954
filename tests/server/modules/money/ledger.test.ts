import { setImmediate as nextTurn } from 'node:timers/promises'
import { enterOrders } from '../../../../server/db/migrations/0011-ledger'
import { checkLedger } from '../../../../server/modules/ledger/check-ledger'
import { formatDifferences } from '../../../../server/operator/ledger-differences'
import { signIn, signInPerTest } from '../../support/api-client'
import { createDatabaseLocation } from '../../support/database'
import { ledgerOf } from '../../support/ledger'
import { movableOrders } from '../../support/stories/movable-orders'
import { createTestEnvironment, environmentPerTest, newId } from '../../support/test-environment'
import { claimOrder, openShop, placeTestOrder, shopPerTest, stepOrder } from '../../support/test-shop'

const env = environmentPerTest()
const shop = shopPerTest(env, { stock: 100 })
const buyer = signInPerTest(env)

type Steps = readonly (readonly [who: 'owner' | 'buyer', action: string])[]

/** Places an order of 50 yuan and takes steps with it; returns its id. */
async function orderAfter(...steps: Steps): Promise<string> {
  const { id } = await placeTestOrder(shop, buyer, {}, 2)
  for (const [who, action] of steps) {
    const client = who === 'owner' ? shop.owner : buyer
    const answer =
      action === 'claim'
        ? await claimOrder(shop, buyer, id, { amount: 5000 })
        : await stepOrder(shop, client, id, action)
    if (answer.statusCode !== 200) throw new Error(answer.body)
  }
  return id
}

const SENT = [
  ['owner', 'accept'],
  ['owner', 'send'],
] as const
const FINISHED = [...SENT, ['owner', 'finish']] as const
const REFUNDED = [...FINISHED, ['buyer', 'claim'], ['owner', 'agree'], ['owner', 'settle']] as const

describe('the ledger of an order paid in person', () => {
  it.each([
    ['has a receivable when the order is placed', [], { receivable: 5000, sales: -5000 }],
    ['has a receivable while the order is underway', SENT, { receivable: 5000, sales: -5000 }],
    ['is empty when the buyer cancelled the order', [['buyer', 'cancel']], {}],
    ['is empty when the shop cancelled the order', [...SENT, ['owner', 'cancel']], {}],
    ['has cash when the owner finishes the order', FINISHED, { cash: 5000, sales: -5000 }],
    [
      'has a receivable again when finishing is undone',
      [...FINISHED, ['owner', 'undo-finish']],
      { receivable: 5000, sales: -5000 },
    ],
    [
      'has cash once when the order is finished again',
      [...FINISHED, ['owner', 'undo-finish'], ['owner', 'finish']],
      { cash: 5000, sales: -5000 },
    ],
    [
      'has cash when the buyer finishes the order and the owner collects',
      [...SENT, ['buyer', 'finish'], ['owner', 'collect']],
      { cash: 5000, sales: -5000 },
    ],
    ['has returns when a refund is settled', REFUNDED, { returns: 5000, sales: -5000 }],
  ] as [string, ['owner' | 'buyer', string][], object][])('%s', async (_, steps, balances) => {
    const id = await orderAfter(...steps)
    expect(await ledgerOf(env, shop.shopId, id)).toEqual(balances)
  })

  it('enters a step once when it is sent twice', async () => {
    const { id } = await placeTestOrder(shop, buyer)
    const route = `POST /api/shops/${shop.shopId}/orders/${id}/steps`
    const body = { id: newId(), action: 'cancel' }
    await Promise.all([
      buyer.call(route, body),
      buyer.call(route, body),
      shop.owner.call(route, { ...body, id: newId() }),
    ])
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({})
    expect(await env.deps.db.query.selectFrom('ledger').select('cause').execute()).toHaveLength(2)
  })

  it('refuses an amount that is not above zero', async () => {
    const { id } = await placeTestOrder(shop, buyer)
    const row = { shop_id: shop.shopId, order_id: id, debit: 'cash', credit: 'sales', created_at: 1 } as const
    const insert = env.deps.db.query
      .insertInto('ledger')
      .values({ ...row, id: 'x', cause: 'placed', amount: 0 })
    await expect(insert.execute()).rejects.toMatchObject({
      message: expect.stringMatching(/check constraint/i),
    })
  })
})

describe('checkLedger', () => {
  it('finds nothing when every balance is right', async () => {
    for (const steps of [[], SENT, FINISHED, [['buyer', 'cancel']], REFUNDED] as Steps[])
      await orderAfter(...steps)
    expect(await checkLedger(env.deps.db)).toEqual({ orders: 5, entries: 10, differences: [] })
  })

  it('names the shop, the order, the account and both amounts of a difference', async () => {
    await orderAfter()
    const id = await orderAfter(...FINISHED)
    const { query } = env.deps.db
    await query
      .updateTable('ledger')
      .set({ amount: 4999 })
      .where('order_id', '=', id)
      .where('debit', '=', 'cash')
      .execute()
    const { differences } = await checkLedger(env.deps.db)
    expect(differences).toEqual([
      { slug: shop.slug, orderNumber: 2, account: 'receivable', expected: 0, inLedger: 1 },
      { slug: shop.slug, orderNumber: 2, account: 'cash', expected: 5000, inLedger: 4999 },
    ])
    expect(formatDifferences(differences)).toContain(
      `/s/${shop.slug}, order 2, cash: 49.99 in the ledger, should be 50.00 yuan`,
    )
  })

  it('reads each order as it was at one moment while a server writes', async () => {
    const { location: databaseLocation, remove } = await createDatabaseLocation()
    const server = await createTestEnvironment({ databaseLocation })
    const command = await createTestEnvironment({ databaseLocation })
    const [busy, person] = [await openShop(server, { stock: 1000 }), await signIn(server.app)]
    let isWriting = true
    const write = async () => {
      for (let i = 0; i < 40; i++) {
        const { id } = await placeTestOrder(busy, person)
        await stepOrder(busy, person, id, 'cancel')
      }
    }
    const check = async () => {
      while (isWriting) {
        expect((await checkLedger(command.deps.db)).differences).toEqual([])
        // the server of this process gets its turn
        await nextTurn()
      }
    }
    const written = write().finally(() => {
      isWriting = false
    })
    await Promise.all([written, check()])
    await server.app.close()
    await command.app.close()
    await remove()
  })

  it('finds an order marked as paid without received money', async () => {
    const id = await orderAfter()
    const { query } = env.deps.db
    await movableOrders(query)
      .updateTable('shop_order')
      .set({ payment_state: 'paid' })
      .where('id', '=', id)
      .execute()
    expect((await checkLedger(env.deps.db)).differences.map(({ account }) => account)).toEqual([
      'receivable',
      'cash',
    ])
  })
})

describe('the ledger migration', () => {
  it('creates the same entries for existing orders as their steps have created', async () => {
    const histories = [[], SENT, FINISHED, [['buyer', 'cancel']], REFUNDED] as ['owner' | 'buyer', string][][]
    const ids: string[] = []
    for (const steps of histories) ids.push(await orderAfter(...steps))
    const read = () => Promise.all(ids.map((id) => ledgerOf(env, shop.shopId, id)))
    const before = await read()
    const { query } = env.deps.db
    await query.deleteFrom('ledger').execute()
    await enterOrders(query as never)
    expect(await read()).toEqual(before)
  })
})
