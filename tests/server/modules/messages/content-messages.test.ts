import { decide } from '../../../../server/modules/content/decide'
import { textId } from '../../../../server/modules/content/store'
import { blockShop } from '../../../../server/operator/shop-actions'
import { addBrowser, env, pass, setUp, shop, tearDown } from './push-story'

beforeEach(setUp)
afterEach(tearDown)

const NOTICE = '收一样不让卖的'

/** Writes the notice of the shop, and has it judged. */
async function judgeNotice(verdict: 'risky' | 'pass') {
  const route = `/api/shops/${shop.shopId}`
  const { shop: now } = (await shop.owner.call(`GET ${route}`)).json<{ shop: { version: number } }>()
  await shop.owner.call(`PUT ${route}/settings`, {
    ...{ version: now.version, name: '核桃小店', notice: NOTICE, freight: { fee: 0 } },
    ...{ fulfilments: ['local'], payments: ['on-delivery'] },
  })
  const decision = { verdict, source: 'operator', label: null } as const
  await env.deps.db.withTx((tx) => decide(tx, textId(NOTICE), decision, env.deps.clock()))
}

describe('the event content-hidden', () => {
  it('is sent to the owner with 今天, which says what is hidden', async () => {
    const browser = await addBrowser(shop.owner)
    await judgeNotice('risky')
    await pass(1000)
    expect(browser.received()).toEqual([
      expect.objectContaining({
        ...{ title: '店里有一处别人看不到', body: '点开看是哪一处，改一改' },
        path: `/merchant?shop=${shop.shopId}`,
      }),
    ])
  })

  it('is sent for the block of the whole shop, unless it has ended by then', async () => {
    const browser = await addBrowser(shop.owner)
    const setBlocked = (isBlocked: boolean) =>
      blockShop(env.deps, { slug: shop.slug, isBlocked, reason: 'reported' })
    await setBlocked(true)
    await setBlocked(false)
    await pass(1000)
    expect(browser.received()).toEqual([])
    await setBlocked(true)
    await pass(1000)
    expect(browser.received()).toMatchObject([{ title: '店里有一处别人看不到' }])
  })

  it('is not sent for a text that is shown again by then', async () => {
    const browser = await addBrowser(shop.owner)
    await judgeNotice('risky')
    await judgeNotice('pass')
    await pass(1000)
    expect(browser.received()).toEqual([])
  })
})
