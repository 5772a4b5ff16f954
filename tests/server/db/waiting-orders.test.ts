import { waitingOrders } from '../../../server/db/migrations/0036-waiting-orders'
import { signIn } from '../support/api-client'
import { environmentPerFile } from '../support/test-environment'
import { type OpenedShop, openShop, orderFor, placeTestOrder, shopPerFile } from '../support/test-shop'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 25, 2)

const env = environmentPerFile()
const shop = shopPerFile(env, { stock: 100 })
beforeAll(async () => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW)
})
afterAll(() => jest.restoreAllMocks())

/** An order as a server of before the migration left it. */
async function store(columns: object): Promise<string> {
  const { id } = await placeTestOrder(shop, await signIn(env.app))
  await env.deps.db.withTx((tx) =>
    tx
      .updateTable('shop_order')
      .set({ expires_at: null, ...columns })
      .where('id', '=', id)
      .execute(),
  )
  return id
}

const expiryOf = async (id: string) =>
  (
    await env.deps.db.query
      .selectFrom('shop_order')
      .select('expires_at')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).expires_at

const [line] = orderFor({ skuId: '' } as OpenedShop).lines
const dated = (date: string) =>
  ({ fulfilment: 'on-site', lines: JSON.stringify([line, { ...line, date }]) }) as const

describe('the waiting-orders migration', () => {
  it.each([
    ['with its delivery day', { slot_day: '2026-11-27' }, Date.UTC(2026, 10, 27, 16)],
    ['with the day of its goods', dated('2026-11-28'), Date.UTC(2026, 10, 28, 16)],
    ['at its earlier expiry', { slot_day: '2026-11-27', expires_at: NOW + DAY }, NOW + DAY],
    ['a day after the upgrade, when its day is over', { slot_day: '2026-10-01' }, NOW + DAY],
    ['never without a day', {}, null],
    ['never once it is accepted', { slot_day: '2026-11-27', state: 'accepted' } as const, null],
    ['never before it is paid', { slot_day: '2026-11-27', payment_state: 'pending' } as const, null],
  ])('lets an order end %s', async (_, columns, expected) => {
    const id = await store(columns)
    await waitingOrders.up(env.deps.db.query)
    expect(await expiryOf(id)).toBe(expected)
  })

  it('leaves an order of another shop with the same id alone', async () => {
    const id = await store(dated('2026-11-28'))
    const other = await openShop(env, { stock: 100 })
    const buyer = await signIn(env.app)
    await buyer.call(`PUT /api/shops/${other.shopId}/orders/${id}`, orderFor(other))
    const expiry = async () =>
      (
        await env.deps.db.query
          .selectFrom('shop_order')
          .select('expires_at')
          .where('shop_id', '=', other.shopId)
          .executeTakeFirstOrThrow()
      ).expires_at
    await env.deps.db.withTx((tx) =>
      tx.updateTable('shop_order').set({ expires_at: null }).where('shop_id', '=', other.shopId).execute(),
    )
    await waitingOrders.up(env.deps.db.query)
    expect(await expiry()).toBeNull()
  })
})
