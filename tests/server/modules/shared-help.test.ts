import { SHARED_HELP_MS } from '@/domain/help'
import { type ApiClient, signIn } from '../support/api-client'
import { signInStaff, TOWN } from '../support/centre'
import { acceptCode } from '../support/helped-shop'
import { createTestEnvironment, newId, type TestEnvironment } from '../support/test-environment'
import { type OpenedShop, openShop, placeTestOrder, productDraft } from '../support/test-shop'

let env: TestEnvironment
let shop: OpenedShop
let helper: ApiClient
beforeEach(async () => {
  env = await createTestEnvironment()
  shop = await openShop(env)
  helper = await signInStaff(env, TOWN, 'trainer')
})
afterEach(() => env.app.close())

async function offerHelp(parts: string[]): Promise<string> {
  const route = `PUT /api/shops/${shop.shopId}/help-offers/${newId()}`
  return (await shop.owner.call(route, { parts })).json<{ digits: string }>().digits
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
