import { type ApiClient, signIn } from '../../support/api-client'
import { joinTestLesson, lessonPerTest, openTestLesson, signInStaff, TOWN } from '../../support/centre'
import { createTestEnvironment, environmentPerTest, newId } from '../../support/test-environment'
import { openShop } from '../../support/test-shop'

const env = environmentPerTest()
const lesson = lessonPerTest(env)

interface Seen {
  id: string
  seat: number
  stage: string
  spent: number
  seenAt: number
  movedAt: number
  handAt?: number
}

const readBoard = async (by: ApiClient = lesson.teacher) =>
  (await by.call(`GET /api/lessons/${lesson.lessonId}/board`)).json<{
    lesson: Record<string, unknown>
    learners: Seen[]
    now: number
  }>()
const act = (action: string, more: object = {}, by = lesson.teacher) =>
  by.call(`POST /api/lessons/${lesson.lessonId}/actions`, { id: newId(), action, ...more })
const join = (learner?: ApiClient, to = lesson) => joinTestLesson(env, to, learner)
let turn = 0
const report = (learner: ApiClient, stage: string, more: object = {}) =>
  learner.call(`PUT /api/lessons/${lesson.lessonId}/attendance`, {
    ...{ turn: ++turn, stage, spent: 1000, still: 0, ...more },
  })
const raise = (learner: ApiClient, isUp: boolean) =>
  learner.call(`PUT /api/lessons/${lesson.lessonId}/attendance/hand`, { isUp })
const attendance = async (learner: ApiClient) =>
  (await learner.call(`GET /api/lessons/${lesson.lessonId}/attendance`)).json()

describe('a lesson', () => {
  it('is found by its four-digit number until it ends', async () => {
    expect(lesson.number).toMatch(/^[1-9]\d{3}$/)
    const learner = await signIn(env.app)
    const find = () => learner.call(`GET /api/lesson-numbers/${lesson.number}`)
    expect((await find()).json()).toMatchObject({
      ...{ id: lesson.lessonId, centre: { code: TOWN, name: '沙坝镇' }, kind: 'real', isPaused: false },
    })
    expect((await act('end')).json().lesson).toMatchObject({ endedAt: env.deps.clock() })
    expect((await find()).statusCode).toBe(404)
    expect((await act('pause')).json()).toMatchObject({ code: 'lesson-over' })
    const late = await learner.call(`PUT /api/lessons/${lesson.lessonId}/learners/${newId()}`, {
      number: lesson.number,
    })
    expect(late.statusCode).toBe(404)
  })

  it('is opened once by repeated requests, and conflicts with another kind or trainer', async () => {
    const path = `PUT /api/centres/${TOWN}/lessons/${lesson.lessonId}`
    const again = await lesson.teacher.call(path, { kind: 'real' })
    expect(again.json()).toMatchObject({ id: lesson.lessonId, number: lesson.number })
    expect((await lesson.teacher.call(path, { kind: 'practice' })).json()).toMatchObject({
      code: 'idempotency-conflict',
    })
    const other = await signInStaff(env, TOWN, 'trainer')
    expect((await other.call(path, { kind: 'real' })).json()).toMatchObject({ code: 'idempotency-conflict' })
  })

  it('has a number that no other open lesson has', async () => {
    const numbers = new Set([lesson.number])
    for (let i = 0; i < 20; i++) numbers.add((await openTestLesson(env)).number)
    expect(numbers.size).toBe(21)
  })

  it('is refused to a trainer who has five open lessons', async () => {
    for (let i = 0; i < 4; i++) await openTestLesson(env, 'real', lesson.teacher)
    const path = `PUT /api/centres/${TOWN}/lessons/${newId()}`
    expect((await lesson.teacher.call(path, { kind: 'real' })).json()).toMatchObject({
      code: 'not-allowed-now',
    })
  })

  it('ends by itself after twelve hours', async () => {
    await env.app.worker.start(1_000_000)
    await env.runAfter(12 * 3_600_000)
    expect((await readBoard()).lesson).toHaveProperty('endedAt', env.deps.clock())
  })
})

describe('a learner', () => {
  it('gets the next seat, and the same seat and stage after leaving and joining again', async () => {
    const [first, second] = [await join(), await join()]
    expect((await readBoard()).learners.map(({ seat }) => seat)).toEqual([1, 2])
    await report(first, 'product', { spent: 5000 })
    const reported = turn
    const left = await first.call(`DELETE /api/lessons/${lesson.lessonId}/attendance`)
    expect(left.json()).toEqual({ left: true })
    expect((await readBoard()).learners.map(({ seat }) => seat)).toEqual([2])
    expect((await report(first, 'terms')).statusCode).toBe(404)
    const path = `/api/lessons/${lesson.lessonId}/learners/${newId()}`
    // the phone may have forgotten what it reported
    const again = (await first.call(`PUT ${path}`, { number: lesson.number })).json()
    expect(again).toMatchObject({ learnerId: first.learnerId, turn: reported })
    const { learners } = await readBoard()
    expect(learners).toMatchObject([
      { id: first.learnerId, seat: 1, stage: 'product', spent: 5000 },
      { id: second.learnerId, seat: 2, stage: 'trade' },
    ])
  })

  it('gets one seat when the phone joins several times at once', async () => {
    const learner = await signIn(env.app)
    await Promise.all([join(learner), join(learner), join(learner)])
    expect((await readBoard()).learners).toHaveLength(1)
  })

  it('leaves the current lesson when joining another', async () => {
    const learner = await join()
    await raise(learner, true)
    const other = await openTestLesson(env)
    await join(learner, other)
    expect((await readBoard()).learners).toEqual([])
    const board = await other.teacher.call(`GET /api/lessons/${other.lessonId}/board`)
    expect(board.json().learners).toHaveLength(1)
  })

  it('stays on the board of an ended lesson when joining another', async () => {
    const learner = await join()
    await act('end')
    await join(learner, await openTestLesson(env))
    expect((await readBoard()).learners).toHaveLength(1)
  })

  it('is refused with lesson-full when a hundred seats are taken', async () => {
    for (let i = 0; i < 100; i++) await join()
    const late = await signIn(env.app)
    const answer = await late.call(`PUT /api/lessons/${lesson.lessonId}/learners/${newId()}`, {
      number: lesson.number,
    })
    expect(answer.json()).toMatchObject({ code: 'lesson-full' })
    expect((await readBoard()).learners).toHaveLength(100)
  })

  it('is rate-limited after twenty wrong lesson numbers, but can join by the right number', async () => {
    const limited = await createTestEnvironment({ settings: { rateLimits: true } })
    const opened = await openTestLesson(limited)
    const learner = await signIn(limited.app)
    const wrong = String(((Number(opened.number) - 1000 + 1) % 9000) + 1000)
    for (let guess = 0; guess < 20; guess++)
      expect((await learner.call(`GET /api/lesson-numbers/${wrong}`)).statusCode).toBe(404)
    expect((await learner.call(`GET /api/lesson-numbers/${wrong}`)).statusCode).toBe(429)
    expect((await learner.call(`GET /api/lesson-numbers/${opened.number}`)).statusCode).toBe(200)
    await joinTestLesson(limited, opened, learner)
    await limited.app.close()
  })
})

describe('PUT /api/lessons/:lessonId/attendance', () => {
  it('updates stage, time and last answer of the learner on the board', async () => {
    const learner = await join()
    env.advance(60_000)
    await report(learner, 'terms', { spent: 58_000, still: 45_000 })
    const { learners, now } = await readBoard()
    expect(learners).toEqual([
      {
        ...{ id: learner.learnerId, seat: 1, stage: 'terms', spent: 58_000 },
        ...{ seenAt: now, movedAt: now - 45_000 },
      },
    ])
  })

  it('ignores a late or repeated report, and a report after the lesson', async () => {
    const learner = await join()
    await report(learner, 'product', { turn: 7 })
    const before = await readBoard()
    for (const old of [7, 6, 1]) expect((await report(learner, 'trade', { turn: old })).statusCode).toBe(200)
    expect(await readBoard()).toEqual(before)
    await act('end')
    await report(learner, 'look', { turn: 8 })
    expect((await readBoard()).learners[0]).toMatchObject({ stage: 'product' })
  })

  it('clamps the reported time of the last answer to the time of joining', async () => {
    const learner = await join()
    const joined = env.deps.clock()
    env.advance(1000)
    await report(learner, 'trade', { still: 86_400_000 })
    expect((await readBoard()).learners[0]).toMatchObject({ movedAt: joined })
  })

  it('accepts the stage opened only with the learner’s own shop, and keeps it afterwards', async () => {
    const learner = await join()
    const foreign = await openShop(env)
    expect((await report(learner, 'opened', { shopId: foreign.shopId })).json()).toMatchObject({
      code: 'not-allowed-now',
    })
    expect((await report(learner, 'opened')).json()).toMatchObject({ code: 'not-allowed-now' })
    const { shopId } = await openShop(env, { owner: learner })
    await raise(learner, true)
    await report(learner, 'opened', { shopId, spent: 161_000 })
    await report(learner, 'trade', { spent: 2000 })
    const [seen] = (await readBoard()).learners
    expect(seen).toMatchObject({ stage: 'opened', spent: 161_000 })
    expect(seen).not.toHaveProperty('handAt')
  })

  it('shows neither shop, account nor token of the learner on the board', async () => {
    const learner = await join()
    const { shopId } = await openShop(env, { owner: learner })
    await report(learner, 'opened', { shopId })
    const board = await lesson.teacher.call(`GET /api/lessons/${lesson.lessonId}/board`)
    for (const secret of [shopId, learner.accountId, learner.token]) expect(board.body).not.toContain(secret)
  })
})

describe('POST /api/lessons/:lessonId/actions', () => {
  it('sets the question, pauses the clock, and cycles through the examples', async () => {
    const learner = await join()
    expect(await attendance(learner)).toMatchObject({ seat: 1, isHandUp: false })
    await act('focus', { question: 'terms' })
    await act('focus', { question: 'terms' })
    await act('pause')
    await act('next-example')
    expect((await attendance(learner)).lesson).toMatchObject({
      ...{ focus: { question: 'terms', turn: 2 }, isPaused: true, example: 0 },
    })
    await act('resume')
    for (let i = 0; i < 6; i++) await act('next-example')
    expect((await attendance(learner)).lesson).toMatchObject({ isPaused: false, example: 0 })
  })

  it('applies an action once when the request is repeated', async () => {
    const body = { id: newId(), action: 'focus', question: 'look' }
    for (let i = 0; i < 3; i++)
      await lesson.teacher.call(`POST /api/lessons/${lesson.lessonId}/actions`, body)
    expect((await readBoard()).lesson).toMatchObject({ focus: { question: 'look', turn: 1 } })
  })

  it('points one learner to a place on the screen', async () => {
    const [one, other] = [await join(), await join()]
    await act('point', { learnerId: one.learnerId, place: 'price' })
    expect(await attendance(one)).toMatchObject({ pointer: { place: 'price', turn: 1 } })
    expect(await attendance(other)).not.toHaveProperty('pointer')
    await act('point', { learnerId: one.learnerId, place: 'price' })
    expect(await attendance(one)).toMatchObject({ pointer: { place: 'price', turn: 2 } })
  })

  it('lowers a raised hand, which the board dates from its first raise', async () => {
    const learner = await join()
    expect((await raise(learner, true)).json()).toMatchObject({ isHandUp: true })
    const handAt = env.deps.clock()
    env.advance(5000)
    await raise(learner, true)
    expect((await readBoard()).learners[0]).toMatchObject({ handAt })
    await act('lower-hand', { learnerId: learner.learnerId })
    expect(await attendance(learner)).toMatchObject({ isHandUp: false })
  })

  it('removes a learner', async () => {
    const learner = await join()
    expect((await act('remove', { learnerId: learner.learnerId })).json().learners).toEqual([])
    expect((await raise(learner, true)).statusCode).toBe(404)
    expect((await act('lower-hand', { learnerId: learner.learnerId })).statusCode).toBe(404)
  })

  it('is refused once the role of the trainer ended, and allowed to the keeper of the centre', async () => {
    const keeper = await signInStaff(env, TOWN, 'keeper')
    const { staff } = (await keeper.call(`GET /api/centres/${TOWN}/staff`)).json<{
      staff: { id: string; role: string }[]
    }>()
    const learner = await join()
    const trainer = staff.find(({ role }) => role === 'trainer')
    await keeper.call(`DELETE /api/centres/${TOWN}/staff/${trainer?.id}`)
    expect((await act('pause')).statusCode).toBe(404)
    expect((await report(learner, 'product')).statusCode).toBe(200)
    expect((await act('end', {}, keeper)).json().lesson).toHaveProperty('endedAt')
  })
})
