import { setTimeout as sleep } from 'node:timers/promises'
import { AWAY_MS, type Learner, learnerState, median } from '@/domain/lesson/lesson'
import {
  type BoardFollower,
  type Change,
  delaysOf,
  followByPolling,
  followBySocket,
} from '../support/classroom/board-follower'
import { type OpenClassroom, openClassroom, requireOk } from '../support/classroom/open-classroom'
import { joinClassroom, type Pace, type ScriptedLearner } from '../support/classroom/scripted-learner'
import { type ServerProcess, startServer } from '../support/server-process'
import { WAIT_TIMEOUT_MS } from '../support/wait-timeout'
import type { DataStore } from './support/data-store'
import { connectionsOf } from './support/engines'

const LONG = process.env.KZ_LONG === '1'
const LEARNERS = LONG ? 60 : 30
const DROPPED = 10
const PACE = LONG
  ? { questionMs: 60_000, reportMs: 10_000, dropMs: AWAY_MS + 5000 }
  : { questionMs: 2000, reportMs: 500, dropMs: 1500 }

/** The servers restart after this time. */
const RESTART_AFTER_MS = PACE.questionMs * 1.5

const paceOf = (at: number): Pace => ({
  ...PACE,
  raisesHand: at % 3 === 0,
  dropMs: at < DROPPED ? PACE.dropMs : 0,
})

describe.each(connectionsOf('SQLite'))(
  `lesson of ${LEARNERS} learners on two servers and %s`,
  (_, openStore) => {
    let store: DataStore
    let servers: [ServerProcess, ServerProcess]
    let classroom: OpenClassroom
    let learners: ScriptedLearner[]
    let followers: BoardFollower[]

    beforeAll(async () => {
      store = await openStore()
      const start = () => startServer({ ...store.env, LOG_LEVEL: 'error' })
      // the first start creates what both share
      const first = await start()
      servers = [first, await start()]
      classroom = await openClassroom(first.origin, store.env)
      const { teacher, lessonId } = classroom
      followers = servers.flatMap(({ origin }) => [
        followBySocket(teacher.at(origin), lessonId),
        followByPolling(teacher.at(origin), lessonId),
      ])
      learners = await Promise.all(
        Array.from({ length: LEARNERS }, (__, at) =>
          joinClassroom(servers[at % 2 === 0 ? 0 : 1].origin, classroom),
        ),
      )
    })
    afterAll(async () => {
      for (const follower of followers ?? []) await follower.stop()
      for (const server of servers ?? []) await server.stop('SIGKILL')
      await store?.dispose()
    })

    async function restartInTurn() {
      await sleep(RESTART_AFTER_MS)
      for (const server of servers) {
        await server.stop()
        await server.restart()
      }
    }

    const lastBoards = () => followers.map(({ boards }) => boards.at(-1)?.learners ?? [])
    const isFinal = (board: readonly Learner[]) =>
      board.length === LEARNERS && board.every(({ stage }) => stage === 'opened')

    async function untilAllShowTheEnd() {
      for (let waited = 0; waited < WAIT_TIMEOUT_MS; waited += 100) {
        if (lastBoards().every(isFinal)) return
        await sleep(100)
      }
    }

    test('is shown correctly on every screen while phones lose the network and the servers restart', async () => {
      await Promise.all([restartInTurn(), ...learners.map((learner, at) => learner.work(paceOf(at)))])
      await untilAllShowTheEnd()

      const changes: Change[] = learners.flatMap((learner) => learner.changes)
      expect(changes.length).toBeGreaterThanOrEqual(LEARNERS * 4)
      for (const follower of followers) {
        const delays = delaysOf(follower, changes)
        expect(delays).not.toContain(undefined)
        const sorted = delays.filter((delay) => delay !== undefined).sort((a, b) => a - b)
        console.log(
          `${follower.name}: ${sorted.length} changes shown after ${Math.round(median(sorted) ?? 0)} ms (median), ` +
            `${Math.round(sorted.at(-1) ?? 0)} ms (longest), over ${follower.gaps.length} connections`,
        )
      }

      const done = learners.map(({ learnerId, seat, stage, spent }) => ({
        id: learnerId,
        seat,
        stage,
        spent,
      }))
      const bySeat = done.sort((a, b) => a.seat - b.seat)
      expect(bySeat.map(({ seat }) => seat)).toEqual(bySeat.map((__, at) => at + 1))
      for (const board of lastBoards())
        expect(board.map(({ id, seat, stage, spent }) => ({ id, seat, stage, spent }))).toEqual(bySeat)
    })

    test('shows a phone without a network as away, and no phone twice', () => {
      const away = new Set<string>()
      for (const { boards } of followers)
        for (const { learners: seen } of boards) {
          expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
          const now = Math.max(...seen.map(({ seenAt }) => seenAt))
          for (const learner of seen) if (learnerState(learner, now, false) === 'away') away.add(learner.id)
        }
      const dropped = learners.slice(0, DROPPED).map(({ learnerId }) => learnerId)
      // the short run's phones come back before anybody counts as away
      if (LONG) expect([...away]).toEqual(expect.arrayContaining(dropped))
      else expect(away.size).toBe(0)
    })

    test('reports the correct figures after its end', async () => {
      const { teacher, centre, lessonId } = classroom
      await requireOk(
        teacher.send('POST', `/api/lessons/${lessonId}/actions`, { id: lessonId, action: 'end' }),
      )
      const { body } = await requireOk(
        teacher.send<{ items: object[] }>('GET', `/api/centres/${centre}/lessons`),
      )
      expect(body.items).toMatchObject([
        {
          lesson: { id: lessonId },
          ...{ learners: LEARNERS, opened: LEARNERS, median: median(learners.map(({ spent }) => spent)) },
        },
      ])
    })
  },
)
