import { picture } from '../support/pictures'
import { newId } from '../support/test-environment'
import { orderFor, productDraft } from '../support/test-shop'
import type { Role } from './access-table'
import { FORM_TYPE, filePart, formOf } from './requests/multipart-form'
import { type Scenario, takeSnapshot, withScenario } from './scenario'
import { bearer, sendAsRole } from './send-as-role'
import type { WireRequest } from './send-request'
import { Tally } from './status-tally'

const tally = new Tally('resources of another account')

const scenario = withScenario(tally)
let jpeg: Buffer
beforeAll(async () => {
  jpeg = await picture(40, 30, '#557755').jpeg().toBuffer()
})

const sendAs = (name: string, wire: WireRequest, role: Role) => sendAsRole(scenario, tally, name, wire, role)

describe('resource of another account', () => {
  const as = (who: { token: string }, route: string, body?: object): WireRequest => {
    const [method, url] = route.split(' ') as [string, string]
    const json = body === undefined ? {} : { payload: JSON.stringify(body) }
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    return { method, url, headers: { ...bearer(who.token), ...type }, ...json }
  }

  /**
   * Requests of the owner of shop a for resources of shop b, then of other accounts for resources that are not theirs.
   */
  const foreignRequests = ({ a, b, stranger }: Scenario): [role: Role, wire: WireRequest][] => {
    const [mine, theirs] = [`/api/shops/${a.shop.shopId}`, `/api/shops/${b.shop.shopId}`]
    const step = { id: newId(), action: 'cancel' }
    const product = { version: 1, ...productDraft() }
    return [
      ['owner', as(a.owner, `GET ${mine}/orders/${b.order.id}`)],
      ['owner', as(a.owner, `POST ${mine}/orders/${b.order.id}/steps`, step)],
      ['owner', as(a.owner, `GET ${theirs}/orders/${b.order.id}`)],
      ['owner', as(a.owner, `GET ${theirs}/orders/${a.order.id}`)],
      ['owner', as(a.owner, `POST ${mine}/skus/${b.shop.skuId}/stock`, { id: newId(), delta: 1 })],
      ['owner', as(a.owner, `PUT ${mine}/products/${b.shop.productId}`, product)],
      ['owner', as(a.owner, `GET ${mine}/products/${b.shop.productId}`)],
      ['owner', as(a.owner, `GET ${theirs}/products/${b.hiddenId}`)],
      ['owner', as(a.owner, `PUT ${theirs}`, b.shop.request)],
      ['buyer', as(a.buyer, `GET ${mine}/orders/${newId()}`)],
      ['buyer', as(a.buyer, `GET ${mine}/products/${a.hiddenId}`)],
      ['buyer', as(a.buyer, `GET ${theirs}/orders/${b.order.id}`)],
      ['buyer', as(a.buyer, `POST ${theirs}/orders/${b.order.id}/steps`, step)],
      ['other buyer', as(b.buyer, `PUT ${mine}/orders/${a.order.id}`, orderFor(a.shop))],
      ['stranger', as(stranger, `PUT ${mine}/orders/${a.order.id}`, orderFor(a.shop))],
      ['stranger', as(stranger, `PUT ${mine}`, a.shop.request)],
      ['stranger', as(stranger, `GET ${mine}/products/${a.hiddenId}`)],
    ]
  }

  test('is answered with 404 and stays unchanged', async () => {
    const before = await takeSnapshot(scenario.env)
    for (const [role, wire] of foreignRequests(scenario)) {
      const answer = await sendAs('crossed', wire, role)
      expect([wire.method, wire.url, answer.statusCode]).toEqual([wire.method, wire.url, 404])
    }
    expect(await takeSnapshot(scenario.env)).toBe(before)
  })

  test('is not removed through an address of another shop', async () => {
    const { a, b } = scenario
    await sendAs(
      'crossed',
      as(a.owner, `DELETE /api/shops/${a.shop.shopId}/products/${b.shop.productId}`),
      'owner',
    )
    const product = await sendAs(
      'crossed',
      as(a.buyer, `GET /api/shops/${b.shop.shopId}/products/${b.shop.productId}`),
      'buyer',
    )
    expect(product.statusCode).toBe(200)
  })

  test('cannot be overwritten when it is a photo', async () => {
    const payload = formOf([filePart(jpeg)])
    for (const method of ['PUT', 'POST']) {
      const url = `/api/photos/${scenario.b.photoId}`
      const headers = { ...bearer(scenario.a.owner.token), 'content-type': FORM_TYPE }
      expect((await sendAs('crossed', { method, url, headers, payload }, 'owner')).statusCode).toBe(404)
    }
  })

  test('does not appear in lists', async () => {
    const { a, stranger } = scenario
    const listOf = async (who: { token: string }, route: string, role: Role) =>
      (await sendAs('lists', as(who, route), role)).json<{ items: { id: string; shopId?: string }[] }>().items
    expect(await listOf(stranger, 'GET /api/me/orders', 'stranger')).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ id: a.order.id })]),
    )
    const shops = await listOf(a.owner, 'GET /api/me/shops', 'owner')
    expect(shops.map((shop) => shop.id)).toContain(a.shop.shopId)
    expect(shops.map((shop) => shop.id)).not.toContain(scenario.b.shop.shopId)
    const orders = await listOf(a.owner, `GET /api/shops/${a.shop.shopId}/orders?limit=100`, 'owner')
    expect(new Set(orders.map((order) => order.shopId))).toEqual(new Set([a.shop.shopId]))
  })
})
