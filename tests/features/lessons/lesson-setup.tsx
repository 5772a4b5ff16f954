import { act, fireEvent, screen } from '@testing-library/react'
import {
  type FakeWebSocket,
  fakeSockets,
  installFakeWebSocket,
} from '../../support/components/fake-web-socket'
import { type Answer, fakeTaro, ok, type Request } from '../../support/components/taro'
import { type Board, board } from './sample-lesson'

/** The server of one lesson. `reply` answers actions; by default it is the board as it is. */
export const lessonServer = {
  board: board() as Board,
  reads: undefined as Answer | null | undefined,
  reply: undefined as ((request: Request) => Answer | null) | undefined,
}

export function startLessonServer() {
  fakeTaro.reset()
  installFakeWebSocket()
  Object.assign(lessonServer, { board: board(), reads: undefined, reply: undefined })
  fakeTaro.answerSignedIn((request) => {
    const { path } = request
    if (path.endsWith('/tickets')) return ok({ ticket: 'ticket' })
    const whole: Answer = ok(lessonServer.board)
    if (path.endsWith('/board')) return lessonServer.reads === undefined ? whole : lessonServer.reads
    return lessonServer.reply ? lessonServer.reply(request) : whole
  })
}

/** The socket brings a board. */
export function bring(next: Board) {
  lessonServer.board = next
  act(() => (fakeSockets[fakeSockets.length - 1] as FakeWebSocket).bring({ board: next }))
}

export const advance = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))

export async function press(name: string | RegExp) {
  fireEvent.click(screen.getByRole('button', { name }))
  await advance(0)
}

/** The actions that the trainer has sent, without their ids. */
export const sentActions = () =>
  fakeTaro.requests
    .filter(({ path }) => path.endsWith('/actions'))
    .map(({ body }) => {
      const { id, ...action } = body as { id: string; action: string }
      return { ...action, hasId: /^[0-9A-Z]{26}$/.test(id) }
    })
