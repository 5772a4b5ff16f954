import { setTimeout as sleep } from 'node:timers/promises'
import WebSocket from 'ws'
import type { Learner } from '@/domain/lesson/lesson'
import { POLL_EVERY_MS } from '@/domain/lesson/lesson'
import { type ApiClient, newId } from '../api-client'

export interface SeenBoard {
  /** The time of arrival, in ms of the monotonic clock. */
  at: number
  learners: Learner[]
}

/** A screen that follows a lesson's board as the app does: over a socket that is opened again, or by polling. */
export interface BoardFollower {
  name: string
  boards: SeenBoard[]
  /** The times in which the screen had no connection, in ms of the monotonic clock. */
  gaps: { from: number; to: number }[]
  stop(): Promise<void>
}

/** The pause before a lost connection is opened again, in ms. */
const REOPEN_MS = 300

interface Gapped {
  boards: SeenBoard[]
  gaps: { from: number; to: number }[]
  lostAt: number | undefined
}

function receive(state: Gapped, learners: Learner[]): void {
  const at = performance.now()
  if (state.lostAt !== undefined) state.gaps.push({ from: state.lostAt, to: at })
  state.lostAt = undefined
  state.boards.push({ at, learners })
}

const lose = (state: Gapped) => {
  state.lostAt ??= performance.now()
}

/** Opens one socket and follows it until it closes. */
async function followSocket(client: ApiClient, lessonId: string, state: Gapped, isOver: () => boolean) {
  const reply = await client.send<{ ticket: string }>('POST', `/api/lessons/${lessonId}/tickets`, {
    id: newId(),
  })
  if (reply.status !== 200) return
  const socket = new WebSocket(`${client.origin.replace('http', 'ws')}/api/lesson-socket`)
  socket.on('open', () => socket.send(reply.body.ticket))
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as { board?: { learners: Learner[] } }
    if (message.board) receive(state, message.board.learners)
  })
  socket.on('error', () => undefined)
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()))
  const watch = setInterval(() => isOver() && socket.close(), 50)
  await closed
  clearInterval(watch)
}

/** Follows the board over a socket. */
export function followBySocket(client: ApiClient, lessonId: string): BoardFollower {
  const state: Gapped = { boards: [], gaps: [], lostAt: performance.now() }
  let over = false
  const running = (async () => {
    while (!over) {
      await followSocket(client, lessonId, state, () => over).catch(() => undefined)
      lose(state)
      if (!over) await sleep(REOPEN_MS)
    }
  })()
  return { name: `socket at ${client.origin}`, ...toFollower(state, running, () => (over = true)) }
}

/** Follows the board by polling. */
export function followByPolling(client: ApiClient, lessonId: string): BoardFollower {
  const state: Gapped = { boards: [], gaps: [], lostAt: performance.now() }
  let over = false
  const running = (async () => {
    while (!over) {
      const reply = await client
        .send<{ learners: Learner[] }>('GET', `/api/lessons/${lessonId}/board`)
        .catch(() => undefined)
      if (reply?.status === 200) receive(state, reply.body.learners)
      else lose(state)
      await sleep(POLL_EVERY_MS.board)
    }
  })()
  return { name: `polling at ${client.origin}`, ...toFollower(state, running, () => (over = true)) }
}

const toFollower = ({ boards, gaps }: Gapped, running: Promise<void>, end: () => unknown) => ({
  boards,
  gaps,
  stop: async () => {
    end()
    await running
  },
})

/** A change that the server has acknowledged, and how a board shows it. */
export interface Change {
  at: number
  isShownBy(learners: readonly Learner[]): boolean
}

/**
 * Returns the delay in ms until a board showed each change, counted from the reconnection if the screen had no connection at the change.
 * @returns `undefined` in the place of a change that was never shown.
 */
export const delaysOf = ({ boards, gaps }: BoardFollower, changes: readonly Change[]) =>
  changes.map(({ at, isShownBy }) => {
    const shown = boards.find((board) => board.at >= at - 1000 && isShownBy(board.learners))
    if (!shown) return undefined
    const gap = gaps.find(({ from, to }) => from <= shown.at && to >= at)
    return Math.max(0, shown.at - Math.max(at, gap?.to ?? 0))
  })
