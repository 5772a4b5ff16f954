import type { AddressInfo } from 'node:net'
import WebSocket from 'ws'
import { waitUntil } from '../../../support/wait-until'
import { type ApiClient, signIn } from '../../support/api-client'
import { joinTestLesson, type OpenLesson, openTestLesson, signInStaff, TOWN } from '../../support/centre'
import { createDatabaseLocation } from '../../support/database'
import { start, undo } from '../../support/stories/listening-servers'
import { newId, type TestEnvironment } from '../../support/test-environment'

interface Message {
  board?: { lesson: { isPaused: boolean; endedAt?: number }; learners: { stage: string; handAt?: number }[] }
  attendance?: { seat: number; isHandUp: boolean; lesson: { isPaused: boolean } }
}

/** A socket with what it has received. */
interface Followed {
  socket: WebSocket
  messages: Message[]
  closed: Promise<number>
  /** Waits until a message matches. */
  until(matches: (message: Message) => boolean): Promise<Message>
}

const portOf = ({ app }: TestEnvironment) => (app.server.address() as AddressInfo).port

function open(env: TestEnvironment): Followed {
  const socket = new WebSocket(`ws://127.0.0.1:${portOf(env)}/api/lesson-socket`)
  undo.push(() => socket.terminate())
  const messages: Message[] = []
  socket.on('message', (data) => messages.push(JSON.parse(String(data)) as Message))
  socket.on('error', () => undefined)
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  return {
    socket,
    messages,
    closed,
    until: async (matches) => {
      await waitUntil(
        () => messages.some(matches),
        () => `one of ${JSON.stringify(messages.slice(-3))} matched`,
      )
      return messages.filter(matches).at(-1) as Message
    },
  }
}

const ticketOf = async (client: ApiClient, lessonId: string) =>
  (await client.call(`POST /api/lessons/${lessonId}/tickets`, { id: newId() })).json<{ ticket: string }>()
    .ticket

/** Follows a lesson as a client does. */
async function follow(env: TestEnvironment, client: ApiClient, lessonId: string): Promise<Followed> {
  const ticket = await ticketOf(client, lessonId)
  const followed = open(env)
  await new Promise((resolve) => followed.socket.on('open', resolve))
  followed.socket.send(ticket)
  return followed
}

const act = ({ teacher, lessonId }: OpenLesson, action: string, more: object = {}) =>
  teacher.call(`POST /api/lessons/${lessonId}/actions`, { id: newId(), action, ...more })

describe('the socket of a lesson', () => {
  it('sends the board to the trainer and the attendance to a learner, at once and with every change', async () => {
    const env = await start()
    const lesson = await openTestLesson(env)
    const learner = await joinTestLesson(env, lesson)
    const board = await follow(env, lesson.teacher, lesson.lessonId)
    const phone = await follow(env, learner, lesson.lessonId)
    await board.until(({ board: seen }) => seen?.learners.length === 1)
    await phone.until(({ attendance }) => attendance?.seat === 1)
    await learner.call(`PUT /api/lessons/${lesson.lessonId}/attendance/hand`, { isUp: true })
    await board.until(({ board: seen }) => seen?.learners[0]?.handAt !== undefined)
    await phone.until(({ attendance }) => attendance?.isHandUp === true)
    await act(lesson, 'pause')
    await phone.until(({ attendance }) => attendance?.lesson.isPaused === true)
    expect(board.messages.every((message) => message.attendance === undefined)).toBe(true)
    expect(phone.messages.every((message) => message.board === undefined)).toBe(true)
  })

  it('sends a learner no message without a change for that learner', async () => {
    const env = await start()
    const lesson = await openTestLesson(env)
    const learner = await joinTestLesson(env, lesson)
    const phone = await follow(env, learner, lesson.lessonId)
    await phone.until(({ attendance }) => attendance?.seat === 1)
    for (let i = 0; i < 3; i++) await joinTestLesson(env, lesson)
    await act(lesson, 'pause')
    await phone.until(({ attendance }) => attendance?.lesson.isPaused === true)
    expect(phone.messages).toHaveLength(2)
  })

  it('sends changes that were made on another server', async () => {
    const { location, remove } = await createDatabaseLocation()
    undo.push(remove)
    const [one, other] = [await start(location), await start(location)]
    const lesson = await openTestLesson(one)
    const board = await follow(other, lesson.teacher, lesson.lessonId)
    await board.until(({ board: seen }) => seen?.learners.length === 0)
    await joinTestLesson(one, lesson)
    await board.until(({ board: seen }) => seen?.learners.length === 1)
  })

  it.each([
    ['a guess', async () => 'A'.repeat(43)],
    [
      'a ticket that was used',
      async (env: TestEnvironment, { teacher, lessonId }: OpenLesson) => {
        const ticket = await ticketOf(teacher, lessonId)
        const first = open(env)
        await new Promise((resolve) => first.socket.on('open', resolve))
        first.socket.send(ticket)
        await first.until(({ board }) => board !== undefined)
        return ticket
      },
    ],
    [
      'an expired ticket',
      async (env: TestEnvironment, { teacher, lessonId }: OpenLesson) => {
        const ticket = await ticketOf(teacher, lessonId)
        env.advance(30_000)
        return ticket
      },
    ],
  ])('is closed for %s', async (_, ticketFor) => {
    const env = await start()
    const lesson = await openTestLesson(env)
    const ticket = await ticketFor(env, lesson)
    const followed = open(env)
    await new Promise((resolve) => followed.socket.on('open', resolve))
    followed.socket.send(ticket)
    expect(await followed.closed).toBe(4401)
    expect(followed.messages).toEqual([])
  })

  it('is closed for messages that are too long to be a ticket', async () => {
    const env = await start()
    const followed = open(env)
    await new Promise((resolve) => followed.socket.on('open', resolve))
    followed.socket.send('A'.repeat(10_000))
    expect(await followed.closed).toBe(1009)
  })

  it('is closed when the learner is removed or the role of the trainer ends', async () => {
    const env = await start()
    const lesson = await openTestLesson(env)
    const keeper = await signInStaff(env, TOWN, 'keeper')
    const learner = await joinTestLesson(env, lesson)
    const [board, phone] = [
      await follow(env, lesson.teacher, lesson.lessonId),
      await follow(env, learner, lesson.lessonId),
    ]
    await phone.until(({ attendance }) => attendance !== undefined)
    await act(lesson, 'remove', { learnerId: learner.learnerId })
    expect(await phone.closed).toBe(4403)
    const { staff } = (await keeper.call(`GET /api/centres/${TOWN}/staff`)).json<{
      staff: { id: string; role: string }[]
    }>()
    const trainer = staff.find(({ role }) => role === 'trainer')
    await keeper.call(`DELETE /api/centres/${TOWN}/staff/${trainer?.id}`)
    await keeper.call(`POST /api/lessons/${lesson.lessonId}/actions`, { id: newId(), action: 'pause' })
    expect(await board.closed).toBe(4403)
  })

  it('is closed for the fifth phone of a learner, until one of the others has closed', async () => {
    const env = await start()
    const lesson = await openTestLesson(env)
    const learner = await joinTestLesson(env, lesson)
    const followPhone = () => follow(env, learner, lesson.lessonId)
    const phones: Followed[] = []
    for (let i = 0; i < 4; i++) {
      phones.push(await followPhone())
      await phones[i]?.until(({ attendance }) => attendance !== undefined)
    }
    expect(await (await followPhone()).closed).toBe(4429)
    phones[0]?.socket.close()
    await waitUntil(
      () => env.app.websocketServer.clients.size === 3,
      () => 'the server noticed that the socket closed',
    )
    await (await followPhone()).until(({ attendance }) => attendance !== undefined)
  })

  it('gives no ticket to strangers and to learners of other lessons', async () => {
    const env = await start()
    const [lesson, other] = [await openTestLesson(env), await openTestLesson(env)]
    const learner = await joinTestLesson(env, other)
    for (const client of [await signIn(env.app), learner]) {
      const answer = await client.call(`POST /api/lessons/${lesson.lessonId}/tickets`, { id: newId() })
      expect(answer.statusCode).toBe(404)
    }
  })

  it('is closed with a normal close code when the server stops', async () => {
    const env = await start()
    const lesson = await openTestLesson(env)
    const board = await follow(env, lesson.teacher, lesson.lessonId)
    await board.until(({ board: seen }) => seen !== undefined)
    await env.app.close()
    expect([1001, 1005]).toContain(await board.closed)
  })
})
