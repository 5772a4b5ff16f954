import { SHARED_HELP_MS } from '@/domain/shop/help'
import { perTest } from '../../../support/per-test'
import { type ApiClient, signIn } from '../../support/api-client'
import { signInStaff, TOWN } from '../../support/centre'
import { acceptCode } from '../../support/stories/helped-shop'
import { environmentPerTest, newId } from '../../support/test-environment'
import { placeTestOrder, productDraft, shopPerTest } from '../../support/test-shop'

const env = environmentPerTest()
const shop = shopPerTest(env)
const helper = perTest(() => signInStaff(env, TOWN, 'trainer'))

async function offerHelp(parts: string[]): Promise<string> {
  const route = `PUT /api/shops/${shop.shopId}/help-offers/${newId()}`
  return (await shop.owner.call(route, { parts })).json<{ digits: string }>().digits
}

const slotRule = {
  ...{ weekdays: [1, 2, 3, 4, 5, 6, 7], halfDays: false, cutOff: { daysBefore: 0, hour: 9 }, daysAhead: 3 },
}

const statusOf = async (client: ApiClient, route: string, body?: object) =>
  (await client.call(route, body)).statusCode
const path = (rest = '') => `/api/shops/${shop.shopId}${rest}`
const changeProduct = () =>
  helper.call(`PUT ${path(`/products/${shop.productId}`)}`, { version: 1, ...productDraft(shop.skuId) })

describe('an hour of help in a shop', () => {
  it('covers the parts that the owner chose, and nothing else', async () => {
    const taken = await acceptCode(helper, await offerHelp(['products']), TOWN)
    expect(taken.json()).toMatchObject({
      ...{ kind: 'help', shopId: shop.shopId, name: '核桃小店' },
      help: { purposes: ['products'], helper: '培训员', centre: { code: TOWN } },
    })
    expect((await changeProduct()).statusCode).toBe(200)
    const { shop: settings } = (await helper.call(`GET ${path()}`)).json()
    const { version, name, fulfilments, payments, freight } = settings
    const body = { version, name, fulfilments, payments, freight }
    expect((await helper.call(`PUT ${path('/settings')}`, body)).json().code).toBe('not-allowed-now')
    await placeTestOrder(shop, await signIn(env.app))
    for (const rest of ['/orders', '/today', '/help-steps'])
      expect([rest, await statusOf(helper, `GET ${path(rest)}`)]).toEqual([rest, 404])
    expect(await statusOf(helper, `PUT ${path(`/handovers/${newId()}`)}`)).toBe(404)
    expect(await statusOf(helper, `PUT ${path(`/paper-cards/${newId()}`)}`, {})).toBe(404)
  })

  it('ends after an hour, or when the owner ends it', async () => {
    await acceptCode(helper, await offerHelp(['products']), TOWN)
    env.advance(SHARED_HELP_MS)
    expect((await changeProduct()).statusCode).toBe(404)
    await acceptCode(helper, await offerHelp(['products', 'look']), TOWN)
    const { helps } = (await shop.owner.call(`GET ${path('/helps')}`)).json()
    expect(helps).toEqual([expect.objectContaining({ purposes: ['products', 'look'], helper: '培训员' })])
    const end = `DELETE ${path(`/helps/${helps[0].id}`)}`
    expect(await statusOf(helper, end)).toBe(404)
    expect((await shop.owner.call(end)).json()).toEqual({ ended: true })
    expect((await shop.owner.call(end)).json()).toEqual({ ended: false })
    expect((await changeProduct()).statusCode).toBe(404)
  })

  it('ends when the owner removes all other owners', async () => {
    await acceptCode(helper, await offerHelp(['products']), TOWN)
    await shop.owner.call(`DELETE ${path('/other-owners')}`)
    expect((await changeProduct()).statusCode).toBe(404)
  })

  it('is listed for the keeper of the centre, who may not act', async () => {
    await acceptCode(helper, await offerHelp(['products']), TOWN)
    const keeper = await signInStaff(env, TOWN, 'keeper')
    const listOf = async (client: ApiClient) =>
      (await client.call(`GET /api/centres/${TOWN}/helps`)).json().items
    expect(await listOf(helper)).toMatchObject([{ shopId: shop.shopId, mayAct: true }])
    expect(await listOf(keeper)).toMatchObject([{ shopId: shop.shopId, mayAct: false }])
  })

  it('can be ended by the helper without a change to the shop', async () => {
    const taken = await acceptCode(helper, await offerHelp(['products']), TOWN)
    const { id } = taken.json().help
    expect((await helper.call(`DELETE /api/centres/${TOWN}/helps/${id}`)).json()).toEqual({ ended: true })
    expect((await changeProduct()).statusCode).toBe(404)
    expect(await statusOf(shop.owner, `GET ${path('/today')}`)).toBe(200)
  })

  it('can be accepted by staff of a centre only', async () => {
    const digits = await offerHelp(['look'])
    const stranger = await signIn(env.app)
    expect((await acceptCode(stranger, digits)).json().code).toBe('staff-only')
    expect((await acceptCode(stranger, digits, TOWN)).json().code).toBe('staff-only')
    expect((await acceptCode(helper, digits, '621221105')).json().code).toBe('staff-only')
    expect((await acceptCode(helper, digits, TOWN)).statusCode).toBe(200)
  })

  it('repeats its answer to a repeated acceptance, until the help ends', async () => {
    const digits = await offerHelp(['look'])
    const first = await acceptCode(helper, digits, TOWN)
    expect((await acceptCode(helper, digits, TOWN)).json()).toEqual(first.json())
    const { id } = first.json().help
    await shop.owner.call(`DELETE ${path(`/helps/${id}`)}`)
    expect((await acceptCode(helper, digits, TOWN)).json().code).toBe('help-over')
  })

  it('logs the steps of the helper for the owner', async () => {
    await acceptCode(helper, await offerHelp(['products']), TOWN)
    await changeProduct()
    await helper.call(`DELETE ${path(`/products/${shop.productId}`)}`)
    const { items } = (await shop.owner.call(`GET ${path('/help-steps')}`)).json<{
      items: { action: string; about?: string }[]
    }>()
    expect(items.map(({ action, about }) => `${action} ${about ?? ''}`.trim()).sort()).toEqual(
      ['consent-tapped', 'remove-product 核桃', 'save-product 核桃'].sort(),
    )
  })

  it('covers phone and WeChat id only where the owner chose them', async () => {
    const save = async (change: object) => {
      const { shop: known } = (await helper.call(`GET ${path()}`)).json()
      const { version, name, phone, fulfilments, payments, freight } = known
      const body = { version, name, phone, fulfilments, payments, freight, ...change }
      return (await helper.call(`PUT ${path('/settings')}`, body)).statusCode
    }
    await acceptCode(helper, await offerHelp(['settings']), TOWN)
    expect(await save({ phone: '13900000009' })).toBe(409)
    expect(await save({ wechatId: 'helper-wx' })).toBe(409)
    expect(await save({ name: '新店名', phone: '13900000009' })).toBe(409)
    expect(await save({ name: '新店名' })).toBe(200)
    await acceptCode(helper, await offerHelp(['contact']), TOWN)
    expect(await save({ name: '别的店名' })).toBe(409)
    expect(await save({ phone: '13900000009' })).toBe(200)
    expect((await shop.owner.call(`GET ${path()}`)).json().shop).toMatchObject({
      ...{ name: '新店名', phone: '13900000009' },
    })
  })

  it('logs the old and the new value of each setting, once for a repeated request', async () => {
    await acceptCode(helper, await offerHelp(['settings', 'contact']), TOWN)
    const { shop: known } = (await helper.call(`GET ${path()}`)).json()
    const { version, fulfilments } = known
    const body = {
      ...{ version, name: '新店名', phone: '13900000009', fulfilments: [...fulfilments, 'courier'] },
      ...{ payments: ['on-pickup', 'on-delivery'], freight: { fee: 500, courier: { fee: 800 } } },
      ...{ closedUntil: '9999-12-31', orderLimits: { waiting: 2 }, lowStock: 3 },
      deliverySlots: { local: { ...slotRule, places: 4 } },
    }
    expect((await helper.call(`PUT ${path('/settings')}`, body)).statusCode).toBe(200)
    expect((await helper.call(`PUT ${path('/settings')}`, body)).statusCode).toBe(200)
    const { items } = (await shop.owner.call(`GET ${path('/help-steps')}`)).json<{
      items: { action: string; about?: string; isDone: boolean }[]
    }>()
    const steps = items.filter(({ action }) => action === 'save-settings')
    expect(steps).toHaveLength(1)
    expect(steps[0]?.isDone).toBe(true)
    expect(steps[0]?.about?.split('；')).toEqual([
      '店名：核桃小店 改成 新店名',
      '店里电话：没写 改成 13900000009',
      '怎么送货：送上门、自提 改成 送上门、自提、快递',
      '送一单收多少钱：0 元 改成 5 元',
      '寄一单收多少钱：没写 改成 8 元',
      '歇业：照常开 改成 歇到您再开',
      '一个人最多几单等接：3 单 改成 2 单',
      '头一回买最多要多少：一半 改成 不限',
      '没接自动取消：2 天 改成 不取消',
      '哪天送：不选日子 改成 每天，当天 9 点截止，最远 3 天，最多 4 单',
      '剩多少提醒：剩 5 改成 剩 3',
    ])
  })

  it('lets the helper read a product that is not on sale', async () => {
    const hidden = newId()
    const draft = { version: 0, ...productDraft(), onSale: false }
    await shop.owner.call(`PUT ${path(`/products/${hidden}`)}`, draft)
    expect(await statusOf(helper, `GET ${path(`/products/${hidden}`)}`)).toBe(404)
    await acceptCode(helper, await offerHelp(['products']), TOWN)
    expect(await statusOf(helper, `GET ${path(`/products/${hidden}`)}`)).toBe(200)
  })

  it('leaves the shop open for orders and out of the helper’s shop list', async () => {
    await acceptCode(helper, await offerHelp(['products', 'settings', 'look']), TOWN)
    await placeTestOrder(shop, await signIn(env.app))
    const { items } = (await helper.call('GET /api/me/shops')).json()
    expect(items).toEqual([])
  })
})
