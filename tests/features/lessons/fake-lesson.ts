import type { RouteReply } from '@/contract/routes'
import type { PointerPlace } from '@/domain/lesson/lesson'
import type { Answer, Request } from '../../support/components/taro'
import { LESSON_ID, type Lesson, lesson } from './sample-lesson'

type Attendance = RouteReply<'GET /api/lessons/:lessonId/attendance'>

interface Report {
  turn: number
  stage: string
  spent: number
  still: number
  shopId?: string
}

export const LEARNER_ID = '01J000000000000000LEARNER7'
export const SEAT = 7

const problem = (status: number, code: string): Answer => ({ status, body: { code, status } })
const SOCKETS_BLOCKED = problem(503, 'unavailable')

/** The lesson's part of a server, which is polled because it opens no sockets. */
export class FakeLesson {
  details: Partial<Lesson> = {}
  pointer: { place: PointerPlace; turn: number } | undefined
  isHandUp = false
  reports: Report[] = []
  hands: boolean[] = []
  leaves = 0
  isRemoved = false
  /** Nothing of the lesson is reached; the rest of the server is. */
  isUnreachable = false

  readonly answer = (request: Request): Answer | null | undefined => {
    if (!request.path.startsWith(`/api/lessons/${LESSON_ID}/`)) return undefined
    if (this.isUnreachable) return null
    if (request.path.endsWith('/tickets')) return SOCKETS_BLOCKED
    if (this.isRemoved) return problem(404, 'not-found')
    if (request.method === 'DELETE') {
      this.leaves += 1
      return { status: 200, body: { left: true } }
    }
    if (request.method === 'PUT') this.store(request)
    return { status: 200, body: this.attendance() }
  }

  /** The stages that were reported, each change once. */
  stages(): string[] {
    return this.reports.map(({ stage }) => stage).filter((stage, at, all) => stage !== all[at - 1])
  }

  private store({ path, body }: Request) {
    if (path.endsWith('/hand')) {
      this.isHandUp = (body as { isUp: boolean }).isUp
      this.hands.push(this.isHandUp)
    } else this.reports.push(body as Report)
  }

  private attendance(): Attendance {
    return {
      ...{ lesson: lesson(this.details), seat: SEAT, isHandUp: this.isHandUp },
      ...(this.pointer ? { pointer: this.pointer } : {}),
    }
  }
}

const MEMBERSHIP = {
  ...{ lessonId: LESSON_ID, learnerId: LEARNER_ID, number: '4827', kind: 'real', centre: '沙坝镇' },
  ...{ startedAt: lesson().startedAt, seat: SEAT, focusTurn: 0, pointerTurn: 0 },
}

/** The stored text of a phone that is in the lesson. */
export const storedMembership = (more: object = {}, membership: object = {}): string =>
  JSON.stringify(
    JSON.stringify({
      state: { membership: { ...MEMBERSHIP, ...membership }, opened: null, turn: 0, ...more },
      version: 0,
    }),
  )
