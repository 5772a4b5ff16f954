import type { ApiClient } from '../../support/api-client'
import {
  COUNTY,
  joinTestLesson,
  lessonPerTest,
  openTestLesson,
  signInStaff,
  TOWN,
} from '../../support/centre'
import { environmentPerTest } from '../../support/test-environment'
import { openShop } from '../../support/test-shop'

const env = environmentPerTest()
const lesson = lessonPerTest(env)
let county: ApiClient
beforeEach(async () => {
  county = await signInStaff(env, COUNTY, 'county')
})

/** A learner who opens a shop after a time in ms. */
async function learn(spent: number) {
  const learner = await joinTestLesson(env, lesson)
  const { shopId } = await openShop(env, { owner: learner })
  const report = { turn: 1, stage: 'opened', spent, still: 0, shopId }
  await learner.call(`PUT /api/lessons/${lesson.lessonId}/attendance`, report)
}

const listOf = async (by: ApiClient, centre: string) =>
  (await by.call(`GET /api/centres/${centre}/lessons`)).json<{ items: object[] }>().items

describe('the list of lessons', () => {
  it('shows a lesson to its trainer, to the keeper of its centre and to the county', async () => {
    await learn(161_000)
    await joinTestLesson(env, lesson)
    const keeper = await signInStaff(env, TOWN, 'keeper')
    const other = await signInStaff(env, TOWN, 'trainer')
    const item = { lesson: { id: lesson.lessonId }, learners: 2, opened: 1, median: 161_000, mayAct: true }
    expect(await listOf(lesson.teacher, TOWN)).toMatchObject([item])
    expect(await listOf(keeper, TOWN)).toMatchObject([item])
    for (const centre of [COUNTY, TOWN])
      expect(await listOf(county, centre)).toEqual([
        { lesson: expect.objectContaining({ id: lesson.lessonId }), learners: 2, mayAct: false },
      ])
    expect(await listOf(other, TOWN)).toEqual([])
  })

  it('shows the county open shops from five learners on, and their time from five shops on', async () => {
    const listed = { lesson: expect.any(Object), mayAct: false }
    for (let i = 0; i < 4; i++) await learn(100_000)
    expect(await listOf(county, COUNTY)).toEqual([{ ...listed, learners: 4 }])
    await joinTestLesson(env, lesson)
    expect(await listOf(county, COUNTY)).toEqual([{ ...listed, learners: 5, opened: 4 }])
    await learn(100_000)
    expect(await listOf(county, COUNTY)).toEqual([{ ...listed, learners: 6, opened: 5, median: 100_000 }])
  })

  it('lets the county act in a lesson that it has opened itself', async () => {
    await openTestLesson(env, 'real', county)
    const items = await listOf(county, COUNTY)
    expect(items.map((item) => Reflect.get(item, 'mayAct')).sort()).toEqual([false, true])
    // its own lesson hides no figures from it
    expect(items.find((item) => Reflect.get(item, 'mayAct'))).toMatchObject({ learners: 0, opened: 0 })
  })
})
