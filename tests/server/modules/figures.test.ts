import type { ApiClient } from '../support/api-client'
import { signIn } from '../support/api-client'
import { COUNTY, joinTestLesson, type OpenLesson, openTestLesson, signInStaff, TOWN } from '../support/centre'
import { createTestEnvironment, type TestEnvironment } from '../support/test-environment'
import { openShop, placeTestOrder } from '../support/test-shop'

const OTHER_TOWN = '621221105'
const DAY = 86_400_000

let env: TestEnvironment
beforeEach(async () => {
  env = await createTestEnvironment()
})
afterEach(() => env.app.close())

/** A learner who opens a shop after a time in seconds; the shop gets its first order after some days, if at all. */
async function learn(lesson: OpenLesson, seconds: number, orderAfterDays?: number) {
  const learner = await joinTestLesson(env, lesson)
  const shop = await openShop(env, { owner: learner })
  await learner.call(`PUT /api/lessons/${lesson.lessonId}/attendance`, {
    ...{ turn: 1, stage: 'opened', spent: seconds * 1000, still: 0, shopId: shop.shopId },
  })
  return { shop, orderAfterDays }
}

async function stopAt(lesson: OpenLesson, stage: string) {
  const learner = await joinTestLesson(env, lesson)
  await learner.call(`PUT /api/lessons/${lesson.lessonId}/attendance`, {
    turn: 1,
    stage,
    spent: 9000,
    still: 0,
  })
}

const figuresOf = async (by: ApiClient, centre: string) =>
  (await by.call(`GET /api/centres/${centre}/figures`)).json()

describe('the figures of a county', () => {
  it('tell by town, week and lesson how many opened shops, how fast, and which got an order within a week', async () => {
    const county = await signInStaff(env, COUNTY, 'county')
    const lesson = await openTestLesson(env)
    const shops = [await learn(lesson, 100), await learn(lesson, 200, 1), await learn(lesson, 300, 8)]
    shops.push(await learn(lesson, 400, 7), await learn(lesson, 500))
    await stopAt(lesson, 'terms')
    for (let day = 1; day <= 8; day++) {
      env.advance(DAY)
      for (const { shop, orderAfterDays } of shops)
        if (orderAfterDays === day) await placeTestOrder(shop, await signIn(env.app))
    }
    const figures = {
      ...{ learners: 6, opened: 5, median: 300_000, ninetieth: 500_000, earlyOrders: 2 },
      stops: { trade: 0, product: 0, terms: 1, look: 0 },
    }
    expect(await figuresOf(county, COUNTY)).toEqual({
      total: figures,
      towns: [{ centre: { code: TOWN, name: '沙坝镇' }, figures }],
      weeks: [{ week: '2026-11-23', figures }],
      lessons: [
        {
          ...{ id: lesson.lessonId, centre: { code: TOWN, name: '沙坝镇' }, startedAt: expect.any(Number) },
          figures,
        },
      ],
    })
  })

  it('tell nothing of fewer than five people but their number', async () => {
    const county = await signInStaff(env, COUNTY, 'county')
    const [one, other] = [
      await openTestLesson(env),
      await openTestLesson(env, 'real', await signInStaff(env, OTHER_TOWN, 'trainer'), OTHER_TOWN),
    ]
    for (let i = 0; i < 3; i++) await learn(one, 100)
    for (let i = 0; i < 3; i++) await learn(other, 100)
    const { total, towns, lessons } = await figuresOf(county, COUNTY)
    expect(total).toMatchObject({ learners: 6, opened: 6 })
    for (const { figures } of [...towns, ...lessons]) expect(figures).toEqual({ learners: 3 })
  })

  it('leave out who left without a shop, and lessons of more than a year ago', async () => {
    const county = await signInStaff(env, COUNTY, 'county')
    const lesson = await openTestLesson(env)
    const learner = await joinTestLesson(env, lesson)
    await learner.call(`DELETE /api/lessons/${lesson.lessonId}/attendance`)
    await learn(lesson, 100)
    expect((await figuresOf(county, COUNTY)).total).toEqual({ learners: 1 })
    env.advance(367 * DAY)
    expect((await figuresOf(county, COUNTY)).lessons).toEqual([])
  })

  it('are those of the own town for its keeper', async () => {
    const keeper = await signInStaff(env, TOWN, 'keeper')
    await learn(await openTestLesson(env), 100)
    const trainer = await signInStaff(env, OTHER_TOWN, 'trainer')
    await learn(await openTestLesson(env, 'real', trainer, OTHER_TOWN), 100)
    expect((await figuresOf(keeper, TOWN)).total).toEqual({ learners: 1 })
    expect((await keeper.call(`GET /api/centres/${OTHER_TOWN}/figures`)).statusCode).toBe(404)
    expect((await keeper.call(`GET /api/centres/${COUNTY}/figures`)).statusCode).toBe(404)
  })
})
