import { signIn } from '../../support/api-client'
import { picture } from '../../support/pictures'
import { sendPhoto } from '../../support/stories/send-media'
import { newId } from '../../support/test-environment'
import { claimOrder, productDraft } from '../../support/test-shop'
import { buyer, claim, deliver, env, read, setUp, shop, step, tearDown } from './claim-story'

beforeEach(setUp)
afterEach(tearDown)

describe('claim request', () => {
  it.each([
    ['goods of a line that the order does not have', { goods: [{ line: 1, quantity: 1 }] }, '/goods/0'],
    ['more goods than were ordered', { goods: [{ line: 0, quantity: 5 }] }, '/goods/0'],
    [
      'the same line twice',
      {
        goods: [
          { line: 0, quantity: 1 },
          { line: 0, quantity: 1 },
        ],
      },
      '/goods/1',
    ],
    ['no goods', { goods: [] }, '/goods'],
    ['more money than was paid', { amount: 10_001 }, '/amount'],
    ['no money', { amount: 0 }, '/amount'],
    ['money for goods that are sent again', { wish: 'resend', amount: 1 }, '/amount'],
    ['a photo that does not exist', { photos: [newId()] }, '/photos/0'],
    ['seven photos', { photos: Array.from({ length: 7 }, newId) }, '/photos'],
  ])('refuses %s', async (_, changes, at) => {
    const id = await deliver()
    expect((await claim(id, changes)).json()).toMatchObject({ code: 'bad-input', fields: [{ path: at }] })
    expect((await read(id)).order.afterSale).toBe('none')
  })

  it('accepts photos of the buyer only, and records their use', async () => {
    const id = await deliver()
    const [mine, foreign] = [newId(), newId()]
    await sendPhoto(env.app, buyer, mine, await picture(400, 300).jpeg().toBuffer())
    await sendPhoto(
      env.app,
      await signIn(env.app),
      foreign,
      await picture(400, 300, '#335577').jpeg().toBuffer(),
    )
    expect((await claim(id, { photos: [foreign] })).json()).toMatchObject({ code: 'bad-input' })
    expect((await claim(id, { photos: [mine] })).statusCode).toBe(200)
    const uses = await env.deps.db.query.selectFrom('photo_use').select('photo_id').execute()
    expect(uses).toEqual([{ photo_id: mine }])
  })

  it('keeps the photos of a product whose id is also the id of the claim', async () => {
    const id = await deliver()
    const photo = newId()
    await sendPhoto(env.app, shop.owner, photo, await picture(400, 300).jpeg().toBuffer())
    const product = { version: 1, ...productDraft(), photos: [photo] }
    const saved = await shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${shop.productId}`, product)
    expect(saved.statusCode).toBe(200)
    expect((await claim(id, {}, shop.productId)).statusCode).toBe(200)
    const uses = await env.deps.db.query.selectFrom('photo_use').select('photo_id').execute()
    expect(uses).toEqual([{ photo_id: photo }])
  })

  it('is idempotent by its id, limited to one open claim, and allowed to the buyer only', async () => {
    const [id, claimId] = [await deliver(), newId()]
    const replies = await Promise.all([1, 2, 3].map(() => claim(id, {}, claimId)))
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    expect((await claim(id, { amount: 1 }, claimId)).json().code).toBe('idempotency-conflict')
    expect((await claim(id)).json().code).toBe('not-allowed-now')
    expect((await read(id)).claims).toHaveLength(1)
    expect((await claimOrder(shop, shop.owner, id)).json().code).toBe('not-allowed-now')
    expect((await claimOrder(shop, await signIn(env.app), id)).json().code).toBe('not-found')
    expect((await step(buyer, id, 'ask-refund')).json().code).toBe('not-allowed-now')
  })

  it('is refused after ten claims that the buyer has withdrawn', async () => {
    const id = await deliver()
    const codes: (string | undefined)[] = []
    for (let i = 0; i < 11; i++) {
      codes.push((await claim(id)).json().code)
      await step(buyer, id, 'withdraw')
    }
    expect(codes.slice(0, 10)).toEqual(Array(10).fill(undefined))
    expect(codes[10]).toBe('too-many-steps')
  })
})
