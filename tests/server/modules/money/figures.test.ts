import { type ApiClient, signIn } from '../../support/api-client'
import {
  appointTo,
  COUNTY,
  joinTestLesson,
  type OpenLesson,
  openTestLesson,
  signInStaff,
  TOWN,
} from '../../support/centre'
import { readSpreadsheet } from '../../support/read-spreadsheet'
import { environmentPerTest, newId } from '../../support/test-environment'
import { openShop, placeTestOrder } from '../../support/test-shop'

const OTHER_TOWN = '621221105'
const DAY = 86_400_000

const env = environmentPerTest()

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

/** Ends all lessons, because others do not count. */
async function endLessons() {
  const change = { ended_at: env.deps.clock(), number: null }
  await env.deps.db.query.updateTable('lesson').set(change).where('ended_at', 'is', null).execute()
}

/** The figures of a centre after the end of all lessons. */
async function figuresOf(by: ApiClient, centre: string) {
  await endLessons()
  return (await by.call(`GET /api/centres/${centre}/figures`)).json()
}

describe('GET /api/centres/:centre/figures', () => {
  it('counts learners, opened shops, times, stops and early orders by town, week and lesson', async () => {
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

  it('counts a lesson only after its end', async () => {
    const county = await signInStaff(env, COUNTY, 'county')
    const lesson = await openTestLesson(env)
    for (let i = 0; i < 5; i++) await learn(lesson, 100)
    const figures = async () => (await county.call(`GET /api/centres/${COUNTY}/figures`)).json()
    expect(await figures()).toEqual({ total: { learners: 0 }, towns: [], weeks: [], lessons: [] })
    await lesson.teacher.call(`POST /api/lessons/${lesson.lessonId}/actions`, { id: newId(), action: 'end' })
    expect((await figures()).total).toMatchObject({ learners: 5, opened: 5 })
  })

  it('shows only the number of learners for a group of fewer than five', async () => {
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

  it('excludes a small lesson that could be subtracted, and reports it as uncounted', async () => {
    const county = await signInStaff(env, COUNTY, 'county')
    const large = await openTestLesson(env)
    for (let i = 0; i < 6; i++) await learn(large, 100)
    env.advance(60_000)
    await learn(await openTestLesson(env), 900)
    const { total, towns, weeks, lessons } = await figuresOf(county, COUNTY)
    for (const figures of [total, towns[0].figures, weeks[0].figures])
      expect(figures).toMatchObject({ learners: 6, uncounted: 1, opened: 6, ninetieth: 100_000 })
    expect(lessons.map(({ figures }: { figures: object }) => figures)).toEqual([
      { learners: 1 },
      expect.objectContaining({ learners: 6, opened: 6 }),
    ])
  })

  it('includes several small lessons in the county sums, but not a single one in a town', async () => {
    const county = await signInStaff(env, COUNTY, 'county')
    const trainer = await signInStaff(env, OTHER_TOWN, 'trainer')
    const [large, small] = [await openTestLesson(env), await openTestLesson(env)]
    const other = await openTestLesson(env, 'real', trainer, OTHER_TOWN)
    for (let i = 0; i < 6; i++) await learn(large, 100)
    for (const lesson of [small, other]) for (let i = 0; i < 3; i++) await learn(lesson, 100)
    const { total, towns } = await figuresOf(county, COUNTY)
    expect(total).toMatchObject({ learners: 12, opened: 12 })
    expect(towns.map(({ figures }: { figures: object }) => figures)).toEqual([
      expect.objectContaining({ learners: 6, opened: 6, uncounted: 3 }),
      { learners: 3 },
    ])
  })

  it('omits early orders where those of few shops could be subtracted', async () => {
    const county = await signInStaff(env, COUNTY, 'county')
    const large = await openTestLesson(env)
    for (let i = 0; i < 5; i++) await learn(large, 100)
    env.advance(60_000)
    const few = await openTestLesson(env)
    await learn(few, 100)
    for (let i = 0; i < 4; i++) await stopAt(few, 'terms')
    const { total, lessons } = await figuresOf(county, COUNTY)
    expect(total).toMatchObject({ learners: 10, opened: 6, median: 100_000 })
    expect(total).not.toHaveProperty('earlyOrders')
    expect(lessons[1].figures).toMatchObject({ opened: 5, earlyOrders: 0 })
  })

  it('excludes learners who left without a shop, and lessons older than a year', async () => {
    const county = await signInStaff(env, COUNTY, 'county')
    const lesson = await openTestLesson(env)
    const learner = await joinTestLesson(env, lesson)
    await learner.call(`DELETE /api/lessons/${lesson.lessonId}/attendance`)
    await learn(lesson, 100)
    expect((await figuresOf(county, COUNTY)).total).toEqual({ learners: 1 })
    env.advance(367 * DAY)
    expect((await figuresOf(county, COUNTY)).lessons).toEqual([])
  })

  it('shows a trainer only the figures of the trainer’s lessons', async () => {
    const lesson = await openTestLesson(env)
    await learn(lesson, 100)
    await learn(await openTestLesson(env), 100)
    const { total, lessons } = await figuresOf(lesson.teacher, TOWN)
    expect(total).toEqual({ learners: 1 })
    expect(lessons).toMatchObject([{ id: lesson.lessonId }])
  })

  it('shows a keeper only the figures of the keeper’s town', async () => {
    const keeper = await signInStaff(env, TOWN, 'keeper')
    await learn(await openTestLesson(env), 100)
    const trainer = await signInStaff(env, OTHER_TOWN, 'trainer')
    await learn(await openTestLesson(env, 'real', trainer, OTHER_TOWN), 100)
    expect((await figuresOf(keeper, TOWN)).total).toEqual({ learners: 1 })
    expect((await keeper.call(`GET /api/centres/${OTHER_TOWN}/figures`)).statusCode).toBe(404)
    expect((await keeper.call(`GET /api/centres/${COUNTY}/figures`)).statusCode).toBe(404)
  })
})

const COLUMNS = [
  ...['来学的人', '开张的人', '一半人不超过（秒）', '九成人不超过（秒）', '一周内有单的店'],
  ...['停在行当', '停在第一件货', '停在收钱送货', '停在选样子', '没算的人（课不到 5 人）'],
]

describe('the spreadsheet of figures', () => {
  /** The link to the spreadsheet after the end of all lessons. */
  async function linkOf(by: ApiClient, centre: string) {
    await endLessons()
    const reply = await by.call(`POST /api/centres/${centre}/figures/sheets`, { id: newId() })
    return reply.json<{ url: string }>().url
  }

  const download = (url: string) => env.app.inject({ method: 'GET', url: new URL(url).pathname })

  it('has a sheet each by town, week and lesson, and marks groups with too few people', async () => {
    const county = await signInStaff(env, COUNTY, 'county')
    const lesson = await openTestLesson(env)
    for (let seconds = 100; seconds <= 500; seconds += 100) await learn(lesson, seconds)
    await stopAt(lesson, 'look')
    env.advance(60_000)
    await learn(await openTestLesson(env), 100)
    const reply = await download(await linkOf(county, COUNTY))
    expect(reply.headers['content-type']).toContain('spreadsheetml')
    expect(reply.headers['content-disposition']).toContain(`kaizhang-${COUNTY}-2026-11-25.xlsx`)
    const figures = ['6', '5', '300', '500', '0', '0', '0', '0', '1']
    const all = [...figures, '1']
    const day = expect.stringMatching(/^2026-11-25 /)
    expect(await readSpreadsheet(reply.rawPayload)).toEqual([
      [
        ['服务站', ...COLUMNS],
        ['沙坝镇服务站', ...all],
        ['合计', ...all],
      ],
      [
        ['这周一', ...COLUMNS],
        ['2026-11-23', ...all],
      ],
      [
        ['服务站', '开课时间', ...COLUMNS],
        ['沙坝镇服务站', day, '1', '人太少'],
        ['沙坝镇服务站', day, ...figures],
      ],
    ])
  })

  it('contains only the lessons of the trainer, and is not found once the role ends', async () => {
    const keeper = await signInStaff(env, TOWN, 'keeper')
    const trainer = await signIn(env.app)
    const staffId = await appointTo(env, trainer, TOWN, 'trainer')
    await learn(await openTestLesson(env, 'real', trainer), 100)
    await learn(await openTestLesson(env), 100)
    const url = await linkOf(trainer, TOWN)
    expect((await readSpreadsheet((await download(url)).rawPayload))[0]).toEqual([
      ['服务站', ...COLUMNS],
      ['沙坝镇服务站', '1', '人太少'],
      ['合计', '1', '人太少'],
    ])
    expect((await download(url.replace(`/${TOWN}/`, `/${OTHER_TOWN}/`))).statusCode).toBe(404)
    await keeper.call(`DELETE /api/centres/${TOWN}/staff/${staffId}`)
    expect((await download(url)).statusCode).toBe(404)
  })

  it('can be downloaded for ten minutes', async () => {
    const url = await linkOf(await signInStaff(env, TOWN, 'keeper'), TOWN)
    expect((await download(url)).statusCode).toBe(200)
    env.advance(10 * 60_000)
    expect((await download(url)).statusCode).toBe(404)
  })
})
