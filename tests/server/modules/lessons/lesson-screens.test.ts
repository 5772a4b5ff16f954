import { type ApiClient, signIn } from '../../support/api-client'
import { joinTestLesson, lessonPerTest } from '../../support/centre'
import { environmentPerTest, newId } from '../../support/test-environment'

const env = environmentPerTest()
const lesson = lessonPerTest(env)

const learnersSeenBy = async (by: ApiClient) =>
  (await by.call(`GET /api/lessons/${lesson.lessonId}/board`)).json<{ learners: object[] }>().learners

describe('a lesson screen', () => {
  const ask = (screen: ApiClient, id: string) => screen.call(`PUT /api/lesson-screens/${id}`)
  const connect = (code: string, by = lesson.teacher) =>
    by.call(`POST /api/lessons/${lesson.lessonId}/screens`, { code })

  it('shows the board once the trainer has typed its code', async () => {
    const [screen, id] = [await signIn(env.app), newId()]
    const { code } = (await ask(screen, id)).json<{ code: string }>()
    expect(code).toMatch(/^\d{6}$/)
    expect((await ask(screen, id)).json()).toMatchObject({ code })
    const state = async () => (await screen.call(`GET /api/lesson-screens/${id}`)).json()
    expect(await state()).toEqual({})
    expect((await screen.call(`GET /api/lessons/${lesson.lessonId}/board`)).statusCode).toBe(404)
    expect((await connect(code)).json()).toEqual({ connected: true })
    expect(await state()).toEqual({ lessonId: lesson.lessonId })
    await joinTestLesson(env, lesson)
    expect(await learnersSeenBy(screen)).toHaveLength(1)
    const end = { id: newId(), action: 'end' }
    expect((await screen.call(`POST /api/lessons/${lesson.lessonId}/actions`, end)).statusCode).toBe(404)
    expect((await connect(code)).json()).toEqual({ connected: false })
  })

  it('rejects an expired code and gets a new one', async () => {
    const [screen, id] = [await signIn(env.app), newId()]
    const { code } = (await ask(screen, id)).json<{ code: string }>()
    env.advance(10 * 60_000)
    expect((await connect(code)).json()).toEqual({ connected: false })
    const { code: next } = (await ask(screen, id)).json<{ code: string }>()
    expect((await connect(next)).json()).toEqual({ connected: true })
  })

  it('is hidden from other accounts, and ends when its account opens five more screens', async () => {
    const [screen, other, id] = [await signIn(env.app), await signIn(env.app), newId()]
    await ask(screen, id)
    expect((await other.call(`GET /api/lesson-screens/${id}`)).statusCode).toBe(404)
    for (let i = 0; i < 5; i++) {
      env.advance(1000)
      await ask(screen, newId())
    }
    expect((await screen.call(`GET /api/lesson-screens/${id}`)).statusCode).toBe(404)
  })
})
