import { type ApiClient, call, signIn } from '../../support/api-client'
import { joinTestLesson, openTestLesson } from '../../support/centre'
import { picture } from '../../support/pictures'
import { openHelpedShop, takeOver } from '../../support/stories/helped-shop'
import { sendPhoto } from '../../support/stories/send-media'
import { environmentPerTest, newId } from '../../support/test-environment'
import { type OpenedShop, openShop, orderFor, placeTestOrder, productDraft } from '../../support/test-shop'

const DAY = 86_400_000

const env = environmentPerTest()
let shop: OpenedShop
beforeEach(async () => {
  await env.app.worker.start(1_000_000)
  shop = await openShop(env, { request: { practice: true } })
})

const storefront = () => call(env.app, `GET /api/storefronts/${shop.slug}`)
const managed = async () =>
  (await shop.owner.call(`GET /api/shops/${shop.shopId}`)).json<{ shop: { practiceUntil?: number } }>().shop
const makeReal = () => shop.owner.call(`POST /api/shops/${shop.shopId}/practice/end`)

/** Runs the jobs of each day, as they run on a server that is never late. */
async function passDays(days: number): Promise<void> {
  for (let day = 0; day < days; day++) await env.runAfter(DAY)
}

describe('a practice shop', () => {
  it('can be visited and takes no orders', async () => {
    const until = env.deps.clock() + 30 * DAY
    expect((await storefront()).json().shop).toMatchObject({ practiceUntil: until })
    const buyer = await signIn(env.app)
    const refused = await buyer.call(`PUT /api/shops/${shop.shopId}/orders/${newId()}`, orderFor(shop))
    expect(refused.json()).toMatchObject({ code: 'shop-closed' })
  })

  it('becomes a real shop by one request, keeps its products and is not removed', async () => {
    expect((await makeReal()).json()).not.toHaveProperty('practiceUntil')
    expect((await makeReal()).statusCode).toBe(200)
    expect((await storefront()).json().shop).not.toHaveProperty('practiceUntil')
    await placeTestOrder(shop, await signIn(env.app))
    await passDays(31)
    expect((await storefront()).json()).toMatchObject({ products: [{ name: '核桃' }] })
    expect(await managed()).not.toHaveProperty('practiceUntil')
  })

  it('is removed after thirty days, with its photos', async () => {
    const photoId = newId()
    const photo = await picture(40, 30, '#204a7a').jpeg().toBuffer()
    expect((await sendPhoto(env.app, shop.owner, photoId, photo)).statusCode).toBe(200)
    const product = { version: 0, ...productDraft(), photos: [photoId] }
    const route = `PUT /api/shops/${shop.shopId}/products/${newId()}`
    expect((await shop.owner.call(route, product)).statusCode).toBe(200)
    const other = await openShop(env)
    await passDays(29)
    expect((await storefront()).statusCode).toBe(200)
    expect(env.blobs.names()).not.toEqual([])
    await passDays(1)
    expect((await storefront()).statusCode).toBe(404)
    expect((await shop.owner.call(`GET /api/shops/${shop.shopId}`)).statusCode).toBe(404)
    expect((await shop.owner.call('GET /api/me/shops')).json()).toEqual({ items: [] })
    await passDays(8)
    expect(env.blobs.names()).toEqual([])
    expect((await call(env.app, `GET /api/storefronts/${other.slug}`)).statusCode).toBe(200)
  })

  it('stays on the board of its lesson when it is removed', async () => {
    const lesson = await openTestLesson(env, 'practice')
    const learner = await joinTestLesson(env, lesson, shop.owner)
    await learner.call(`PUT /api/lessons/${lesson.lessonId}/attendance`, {
      ...{ turn: 1, stage: 'opened', spent: 161_000, still: 0, shopId: shop.shopId },
    })
    await passDays(31)
    const board = await lesson.teacher.call(`GET /api/lessons/${lesson.lessonId}/board`)
    expect(board.json().learners).toMatchObject([{ stage: 'opened', spent: 161_000 }])
  })

  it('can be opened by a helper, handed over, and made real by the new owner only', async () => {
    const lesson = await openTestLesson(env, 'practice')
    const helped = await openHelpedShop(env, undefined, { practice: true })
    const seat = await joinTestLesson(env, lesson, helped.helper)
    const reported = await seat.call(`PUT /api/lessons/${lesson.lessonId}/attendance`, {
      ...{ turn: 1, stage: 'opened', spent: 200_000, still: 0, shopId: helped.shopId },
    })
    expect(reported.statusCode).toBe(200)
    const realized = (by: ApiClient) => by.call(`POST /api/shops/${helped.shopId}/practice/end`)
    expect((await realized(helped.helper)).statusCode).toBe(404)
    const villager = await takeOver(env, helped)
    expect((await realized(villager)).json()).not.toHaveProperty('practiceUntil')
    await placeTestOrder({ ...helped, owner: villager, key: '' }, await signIn(env.app))
    await passDays(31)
    expect((await call(env.app, `GET /api/storefronts/${helped.slug}`)).statusCode).toBe(200)
  })

  it('is removed after thirty days also while it waits for its owner', async () => {
    const helped = await openHelpedShop(env, undefined, { practice: true })
    await passDays(30)
    expect((await helped.helper.call(`GET /api/shops/${helped.shopId}`)).statusCode).toBe(404)
    expect((await call(env.app, `GET /api/storefronts/${helped.slug}`)).statusCode).toBe(404)
  })

  it('is not removed early by a clock that was set forward', async () => {
    env.shiftClock(40 * DAY)
    await env.app.worker.runDue()
    expect((await storefront()).statusCode).toBe(200)
  })

  it('conflicts with a repeated request that is not for practice', async () => {
    const again = await shop.owner.call(`PUT /api/shops/${shop.shopId}`, shop.request)
    expect(again.json()).toMatchObject({ slug: shop.slug })
    const { practice: _, ...real } = shop.request
    expect((await shop.owner.call(`PUT /api/shops/${shop.shopId}`, real)).json()).toMatchObject({
      code: 'idempotency-conflict',
    })
  })
})
