import { picture } from '../support/pictures'
import { draftOf, orderFor } from '../support/shop'
import { newId } from '../support/world'
import type { Role } from './access-table'
import { FORM_TYPE, filePart, formOf } from './form'
import type { Wire } from './send'
import { type Stage, stateOf, withStage } from './stage'
import { Tally } from './tally'
import { bearer, tryAs } from './try-as'

const tally = new Tally("another's things")

let stage: Stage
let jpeg: Buffer
withStage(tally, (made) => {
  stage = made
})
beforeAll(async () => {
  jpeg = await picture(40, 30, '#557755').jpeg().toBuffer()
})

const tried = (name: string, wire: Wire, role: Role) => tryAs(stage, tally, name, wire, role)

describe("another's things under one's own", () => {
  const as = (who: { token: string }, route: string, body?: object): Wire => {
    const [method, url] = route.split(' ') as [string, string]
    const json = body === undefined ? {} : { payload: JSON.stringify(body) }
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    return { method, url, headers: { ...bearer(who.token), ...type }, ...json }
  }

  /** Requests of shop a's owner, who names things of shop b; then of people who name what is not theirs. */
  const crossed = ({ a, b, stranger }: Stage): [role: Role, wire: Wire][] => {
    const [mine, theirs] = [`/api/shops/${a.shop.shopId}`, `/api/shops/${b.shop.shopId}`]
    const step = { id: newId(), action: 'cancel' }
    const product = { version: 1, ...draftOf() }
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

  test('does not exist, and stays as it is', async () => {
    const before = await stateOf(stage.world)
    for (const [role, wire] of crossed(stage)) {
      const answer = await tried('crossed', wire, role)
      expect([wire.method, wire.url, answer.statusCode]).toEqual([wire.method, wire.url, 404])
    }
    expect(await stateOf(stage.world)).toBe(before)
  })

  test("is not removed by its owner's namesake: a product of another shop", async () => {
    const { a, b } = stage
    await tried(
      'crossed',
      as(a.owner, `DELETE /api/shops/${a.shop.shopId}/products/${b.shop.productId}`),
      'owner',
    )
    const kept = await tried(
      'crossed',
      as(a.buyer, `GET /api/shops/${b.shop.shopId}/products/${b.shop.productId}`),
      'buyer',
    )
    expect(kept.statusCode).toBe(200)
  })

  test("another's photo cannot be sent anew", async () => {
    const payload = formOf([filePart(jpeg)])
    for (const method of ['PUT', 'POST']) {
      const url = `/api/photos/${stage.b.photoId}`
      const headers = { ...bearer(stage.a.owner.token), 'content-type': FORM_TYPE }
      expect((await tried('crossed', { method, url, headers, payload }, 'owner')).statusCode).toBe(404)
    }
  })

  test("lists hold one's own and nothing else", async () => {
    const { a, stranger } = stage
    const listOf = async (who: { token: string }, route: string, role: Role) =>
      (await tried('lists', as(who, route), role)).json<{ items: { id: string; shopId?: string }[] }>().items
    expect(await listOf(stranger, 'GET /api/me/orders', 'stranger')).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ id: a.order.id })]),
    )
    const shops = await listOf(a.owner, 'GET /api/me/shops', 'owner')
    expect(shops.map((shop) => shop.id)).toContain(a.shop.shopId)
    expect(shops.map((shop) => shop.id)).not.toContain(stage.b.shop.shopId)
    const orders = await listOf(a.owner, `GET /api/shops/${a.shop.shopId}/orders?limit=100`, 'owner')
    expect(new Set(orders.map((order) => order.shopId))).toEqual(new Set([a.shop.shopId]))
  })
})
