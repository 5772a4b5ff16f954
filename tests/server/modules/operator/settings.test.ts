import { answered, signIn } from '../../support/api-client'
import { signInOperator } from '../../support/operator'
import { environmentPerTest, newId } from '../../support/test-environment'
import { openShop } from '../../support/test-shop'

const env = environmentPerTest()

describe('quotas', () => {
  it('change while the server runs, and return to those of the environment', async () => {
    const operator = await signInOperator(env)
    const { shopsPerAccount: standard } = env.deps.settings.quotas
    const set = (body: object) => operator.call('PUT /api/operator/quotas/shopsPerAccount', body)
    expect((await set({ value: 1 })).json()).toEqual({ value: 1 })
    const { owner } = await openShop(env)
    await expect(openShop(env, { owner })).rejects.toThrow('quota')
    expect((await set({})).json()).toEqual({ value: standard })
    await openShop(env, { owner })
    expect((await set({ value: 0 })).json()).toEqual({ value: 0 })
    expect(env.deps.settings.quotas.shopsPerAccount).toBe(Number.POSITIVE_INFINITY)
    await answered(operator.call('PUT /api/operator/quotas/megabytesPerShop', { value: 7 }))
    expect(env.deps.settings.quotas.bytesPerShop).toBe(7 * 1024 * 1024)
    const { items } = (await operator.call('GET /api/operator/quotas')).json()
    expect(items).toContainEqual({ name: 'shopsPerAccount', value: 0, standard })
    expect((await set({ value: -1 })).statusCode).toBe(400)
  })
})

describe('a message to a shop', () => {
  it('stands in the to-dos of its owners until one of them confirms it', async () => {
    const operator = await signInOperator(env)
    const { owner, shopId } = await openShop(env)
    const stranger = await signIn(env.app)
    const message = async () =>
      (await answered<{ message?: { id: string } }>(owner.call(`GET /api/shops/${shopId}/today`))).message
    const id = newId()
    const send = (text: string, messageId = id) =>
      operator.call(`PUT /api/operator/shops/${shopId}/messages/${messageId}`, { text })
    await answered(send('请换一张照片'))
    await answered(send('请换一张照片'))
    env.advance(1)
    const later = newId()
    await answered(send('谢谢', later))
    expect(await message()).toEqual({ id, text: '请换一张照片' })
    const path = `/api/shops/${shopId}/messages/${id}/read`
    expect((await stranger.call(`PUT ${path}`)).statusCode).toBe(404)
    const readAt = env.deps.clock()
    expect((await owner.call(`PUT ${path}`)).json()).toEqual({ readAt })
    env.advance(5)
    expect((await owner.call(`PUT ${path}`)).json()).toEqual({ readAt })
    expect((await message())?.id).toBe(later)
    const { items } = (await operator.call('GET /api/operator/audit')).json()
    expect(items.filter(({ action }: { action: string }) => action === 'message-shop')).toHaveLength(2)
  })
})

describe('a transfer', () => {
  it('takes the shop from all its owners, and gives it to who uses the new key', async () => {
    const operator = await signInOperator(env)
    const { owner, shopId, key } = await openShop(env)
    const next = await signIn(env.app)
    const body = { id: newId(), check: '村里来的人当面核对', transfer: true }
    const issue = () =>
      answered<{ key: string }>(operator.call(`POST /api/operator/shops/${shopId}/key`, body))
    const issued = await issue()
    expect(await issue()).toEqual(issued)
    expect((await owner.call(`GET /api/shops/${shopId}`)).statusCode).toBe(404)
    const use = (given: string) => next.call('POST /api/sessions', { provider: 'key', key: given })
    expect((await use(key)).statusCode).toBeGreaterThanOrEqual(400)
    await answered(use(issued.key))
    expect((await next.call(`GET /api/shops/${shopId}`)).statusCode).toBe(200)
    const { actions } = (await operator.call(`GET /api/operator/shops/${shopId}`)).json()
    expect(actions).toMatchObject([{ action: 'transfer', reason: '村里来的人当面核对' }])
  })
})

describe('a search of shops', () => {
  it.each([
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '+86 138 0013 8000',
    '+8613800138000',
    '0013-8000',
  ])('finds the phone 13800138000 by %s', async (search) => {
    const operator = await signInOperator(env)
    const { slug } = await openShop(env, { request: { phone: '13800138000' } })
    await openShop(env, { request: { phone: '13900139000' } })
    const { items } = (
      await operator.call(`GET /api/operator/shops?search=${encodeURIComponent(search)}`)
    ).json()
    expect(items.map((shop: { slug: string }) => shop.slug)).toEqual([slug])
  })

  it('finds no shop without a phone by a sign alone', async () => {
    const operator = await signInOperator(env)
    await openShop(env, { request: { name: '核桃' } })
    expect((await operator.call('GET /api/operator/shops?search=-')).json().items).toEqual([])
  })
})

describe('the largest shops', () => {
  it('are those whose photos and voices are the largest, found by place, too', async () => {
    const operator = await signInOperator(env)
    const [small, large] = [await openShop(env, { request: { place: '王磨镇' } }), await openShop(env)]
    await openShop(env)
    const { query } = env.deps.db
    const add = async (id: string, shopId: string, bytes: number) => {
      const photo = { id, account_id: 'a', hash: id.repeat(16).slice(0, 16), bytes, unused_since: 0 }
      await query.insertInto('photo').values(photo).execute()
      for (const product of ['p', 'q'])
        await query
          .insertInto('photo_use')
          .values({ photo_id: id, shop_id: shopId, product_id: product })
          .execute()
    }
    await add('s', small.shopId, 100)
    await add('l', large.shopId, 250)
    const list = async (search: string) =>
      (await operator.call(`GET /api/operator/shops?${search}`))
        .json()
        .items.map((shop: { slug: string; bytes: number }) => [shop.slug, shop.bytes])
    expect(await list('largest=yes')).toEqual([
      [large.slug, 250],
      [small.slug, 100],
    ])
    expect(await list(`search=${encodeURIComponent('王磨')}`)).toEqual([[small.slug, 100]])
  })
})
