import { MAX_LEARNERS } from '@/domain/lesson/lesson'
import { type ApiClient, signIn } from '../../support/api-client'
import { joinTestLesson, lessonPerTest } from '../../support/centre'
import { environmentPerTest, newId } from '../../support/test-environment'

const env = environmentPerTest()
const lesson = lessonPerTest(env)

const act = (action: string, more: object = {}) =>
  lesson.teacher.call(`POST /api/lessons/${lesson.lessonId}/actions`, { id: newId(), action, ...more })
const tryJoin = (learner: ApiClient) =>
  learner.call(`PUT /api/lessons/${lesson.lessonId}/learners/${newId()}`, { number: lesson.number })
const leave = (learner: ApiClient) => learner.call(`DELETE /api/lessons/${lesson.lessonId}/attendance`)
const seatsTaken = async () =>
  (await lesson.teacher.call(`GET /api/lessons/${lesson.lessonId}/board`)).json<{ learners: unknown[] }>()
    .learners.length

/** Fills all seats but some by rows, as a hundred sign-ins take long. */
async function fillSeats(free: number): Promise<void> {
  const known = await env.deps.db.query
    .selectFrom('learner')
    .selectAll()
    .where('lesson_id', '=', lesson.lessonId)
    .executeTakeFirstOrThrow()
  for (let seat = (await seatsTaken()) + free; seat < MAX_LEARNERS; seat++)
    await env.deps.db.query
      .insertInto('learner')
      .values({ ...known, id: newId(), account_id: newId(), seat: seat + 1000 })
      .execute()
}

describe('a removed learner', () => {
  it('stays out until the trainer lets the learner in again', async () => {
    const learner = await joinTestLesson(env, lesson)
    expect((await act('remove', { learnerId: learner.learnerId })).statusCode).toBe(200)
    expect((await tryJoin(learner)).json()).toMatchObject({ status: 409, code: 'lesson-full' })
    expect(await seatsTaken()).toBe(0)
    expect((await act('readmit', { learnerId: learner.learnerId })).statusCode).toBe(200)
    expect((await tryJoin(learner)).json()).toMatchObject({ learnerId: learner.learnerId, seat: 1 })
  })

  it('stays out although the phone leaves the lesson or sends the same request again', async () => {
    const learner = await joinTestLesson(env, lesson)
    const removal = { id: newId(), action: 'remove', learnerId: learner.learnerId }
    const path = `POST /api/lessons/${lesson.lessonId}/actions`
    for (let i = 0; i < 2; i++) expect((await lesson.teacher.call(path, removal)).statusCode).toBe(200)
    expect((await leave(learner)).statusCode).toBe(404)
    expect((await tryJoin(learner)).statusCode).toBe(409)
  })
})

describe('the seats of a lesson', () => {
  it('are not exceeded by learners who come back', async () => {
    const learner = await joinTestLesson(env, lesson)
    await fillSeats(1)
    await leave(learner)
    await joinTestLesson(env, lesson)
    expect(await seatsTaken()).toBe(MAX_LEARNERS - 1)
    await joinTestLesson(env, lesson)
    expect((await tryJoin(learner)).json()).toMatchObject({ code: 'lesson-full' })
    expect(await seatsTaken()).toBe(MAX_LEARNERS)
  })

  it('are not exceeded by learners who come at the same moment', async () => {
    const known = await joinTestLesson(env, lesson)
    await fillSeats(1)
    const others = await Promise.all([signIn(env.app), signIn(env.app), signIn(env.app)])
    await leave(known)
    const answers = await Promise.all([known, ...others].map(tryJoin))
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(2)
    expect(await seatsTaken()).toBe(MAX_LEARNERS)
  })
})

describe('a locked lesson', () => {
  it('admits no new learner until it is unlocked, and readmits those who had a seat', async () => {
    const learner = await joinTestLesson(env, lesson)
    expect((await act('lock')).json()).toMatchObject({ lesson: { isLocked: true } })
    await leave(learner)
    const stranger = await signIn(env.app)
    expect((await tryJoin(stranger)).json()).toMatchObject({ status: 409, code: 'lesson-full' })
    expect((await tryJoin(learner)).statusCode).toBe(200)
    expect((await act('unlock')).json().lesson).not.toHaveProperty('isLocked')
    expect((await tryJoin(stranger)).statusCode).toBe(200)
  })
})
