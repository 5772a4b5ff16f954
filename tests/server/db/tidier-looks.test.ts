import { TIDIER_LOOKS_MESSAGE, tidierLooks } from '../../../server/db/migrations/0049-tidier-looks'
import { answered } from '../support/api-client'
import { signInOperator } from '../support/operator'
import { openHelpedShop, takeOver } from '../support/stories/helped-shop'
import { environmentPerTest, newId } from '../support/test-environment'
import { type OpenedShop, openShop } from '../support/test-shop'

const env = environmentPerTest()

/** Both clocks agree, as the migration reads the computer's. */
beforeEach(() => jest.spyOn(Date, 'now').mockImplementation(() => env.deps.clock()))
afterEach(() => jest.restoreAllMocks())

const migrate = () => tidierLooks.up(env.deps.db.query)

/** The message that stands on 今天. */
const messageOf = async ({ owner, shopId }: Pick<OpenedShop, 'owner' | 'shopId'>) =>
  (await answered<{ message?: { id: string; text: string } }>(owner.call(`GET /api/shops/${shopId}/today`)))
    .message

const confirm = ({ owner, shopId }: OpenedShop, id: string) =>
  answered(owner.call(`PUT /api/shops/${shopId}/messages/${id}/read`))

const messagesIn = (shopId: string) =>
  env.deps.db.query.selectFrom('shop_message').selectAll().where('shop_id', '=', shopId).execute()

const setShop = (shopId: string, values: { closed_at?: number; ended_at?: number }) =>
  env.deps.db.query.updateTable('shop').set(values).where('shop_id', '=', shopId).execute()

describe('the tidier-looks migration', () => {
  it('tells the owner of an open shop once, until it is confirmed', async () => {
    const shop = await openShop(env)
    await migrate()
    const message = await messageOf(shop)
    expect(message).toEqual({
      id: TIDIER_LOOKS_MESSAGE,
      text: expect.stringMatching(/整齐.*都没动；还添了新样子.*“换样子”。$/),
    })
    await confirm(shop, TIDIER_LOOKS_MESSAGE)
    expect(await messageOf(shop)).toBeUndefined()
  })

  it('tells nobody whose shop opens later', async () => {
    await migrate()
    expect(await messageOf(await openShop(env))).toBeUndefined()
  })

  it('leaves out shops that are closed, have ended or wait for their owner', async () => {
    const [closed, ended] = [await openShop(env), await openShop(env)]
    const waiting = await openHelpedShop(env)
    await setShop(closed.shopId, { closed_at: env.deps.clock() })
    await setShop(ended.shopId, { closed_at: env.deps.clock(), ended_at: env.deps.clock() })
    await migrate()
    for (const { shopId } of [closed, ended, waiting]) expect(await messagesIn(shopId)).toEqual([])
    await takeOver(env, waiting)
    expect(await messagesIn(waiting.shopId)).toEqual([])
  })

  it('comes after an unread message of the operator', async () => {
    const [shop, operator, id] = [await openShop(env), await signInOperator(env), newId()]
    await answered(
      operator.call(`PUT /api/operator/shops/${shop.shopId}/messages/${id}`, { text: '照片太暗' }),
    )
    env.advance(1000)
    await migrate()
    expect((await messageOf(shop))?.id).toBe(id)
    await confirm(shop, id)
    expect((await messageOf(shop))?.id).toBe(TIDIER_LOOKS_MESSAGE)
  })

  it('stays unread when the block of a shop ends', async () => {
    const [shop, operator] = [await openShop(env), await signInOperator(env)]
    const setBlocked = (isBlocked: boolean) =>
      answered(
        operator.call(`PUT /api/operator/shops/${shop.shopId}/block`, { blocked: isBlocked, reason: '假货' }),
      )
    await setBlocked(true)
    env.advance(1000)
    await migrate()
    env.advance(1000)
    await setBlocked(false)
    expect((await messageOf(shop))?.id).toBe(TIDIER_LOOKS_MESSAGE)
    await confirm(shop, TIDIER_LOOKS_MESSAGE)
    expect(await messageOf(shop)).toBeDefined()
  })
})
