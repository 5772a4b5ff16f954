import type { FastifyBaseLogger } from 'fastify'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { Poller } from '../../jobs/poller'
import { type Attendance, type Board, toAttendance, toBoard } from './replies'
import { isScreen, isTeacher } from './roles'
import { findLearners, findLesson } from './store'
import type { TicketHolder } from './tickets'

/** A message that a socket sends: a reply of the board's or the attendance's route. */
export type LiveMessage = { board: Board } | { attendance: Attendance }

/** The part of a WebSocket that is used here. */
export interface LiveSocket {
  send(text: string): void
  close(code: number, reason: string): void
}

interface Follower extends TicketHolder {
  socket: LiveSocket
  /** The text that was sent last. */
  sent: string
}

interface Room {
  followers: Set<Follower>
  /** The version that was sent last. */
  version: number
  checkedAt: number
}

/** The longest time until a change by another server is noticed, in ms. */
const LOOK_EVERY_MS = 400

/** The time until the end of a role is noticed, in ms. */
const CHECK_ROLES_MS = 5000

/** The close code of sockets whose holder may not follow any longer. Codes from 4000 on are free for applications (RFC 6455). */
export const CLOSED_BY_ROLE = 4403

/**
 * Sends the changes of lessons to the sockets of this server. The state is in the database, so several servers send the same;
 * `nudge` makes a change by this server noticed at once.
 */
export class LiveLessons {
  private readonly rooms = new Map<string, Room>()
  private readonly poller: Poller

  constructor(
    private readonly deps: Pick<AppDependencies, 'db' | 'clock' | 'elapsed' | 'settings'>,
    log: Pick<FastifyBaseLogger, 'warn'>,
  ) {
    this.poller = new Poller(
      () => this.sendChanges(),
      LOOK_EVERY_MS,
      (error) => log.warn({ err: error }, 'lessons could not be read for their sockets'),
    )
  }

  /** Follows a lesson until the returned function is called. */
  follow(holder: TicketHolder, socket: LiveSocket): () => void {
    const room = this.rooms.get(holder.lessonId) ?? { followers: new Set(), version: 0, checkedAt: 0 }
    this.rooms.set(holder.lessonId, room)
    const follower: Follower = { ...holder, socket, sent: '' }
    room.followers.add(follower)
    room.version = 0
    this.poller.start()
    this.poller.poll()
    return () => this.leave(room, follower)
  }

  /** The number of sockets by which an account follows a lesson on this server. */
  countSockets({ lessonId, accountId }: TicketHolder): number {
    const followers = [...(this.rooms.get(lessonId)?.followers ?? [])]
    return followers.filter((follower) => follower.accountId === accountId).length
  }

  /** Looks for changes now. */
  nudge(lessonId: string): void {
    if (this.rooms.has(lessonId)) this.poller.poll()
  }

  /** Stops looking; the sockets are closed by the server. */
  async close(): Promise<void> {
    this.rooms.clear()
    await this.poller.stop()
  }

  private leave(room: Room, follower: Follower): void {
    room.followers.delete(follower)
    if (room.followers.size > 0) return
    this.rooms.delete(follower.lessonId)
    if (this.rooms.size === 0) void this.poller.stop()
  }

  private async sendChanges(): Promise<void> {
    const ids = [...this.rooms.keys()]
    if (ids.length === 0) return
    const { query } = this.deps.db
    const versions = await query
      .selectFrom('lesson')
      .select(['id', 'version'])
      .where('id', 'in', ids)
      .execute()
    for (const { id, version } of versions) {
      const room = this.rooms.get(id)
      if (!room) continue
      const isDue = this.deps.elapsed() - room.checkedAt >= CHECK_ROLES_MS
      if (version !== room.version || isDue) await this.sendRoom(query, id, room)
      room.version = version
      if (isDue) room.checkedAt = this.deps.elapsed()
    }
  }

  private async sendRoom(query: Query, lessonId: string, room: Room): Promise<void> {
    const { clock, settings } = this.deps
    const lesson = await findLesson(query, lessonId)
    if (!lesson) return
    const learners = await findLearners(query, lessonId)
    const board: LiveMessage = { board: toBoard(lesson, learners, settings.centres, clock()) }
    for (const follower of room.followers) {
      const { accountId, socket } = follower
      const learner = learners.find((one) => one.account_id === accountId)
      if (learner) send(follower, { attendance: toAttendance(lesson, learner, settings.centres) })
      else if ((await isTeacher(query, accountId, lessonId)) || (await isScreen(query, accountId, lessonId)))
        send(follower, board)
      else socket.close(CLOSED_BY_ROLE, 'may not follow this lesson')
    }
  }
}

/** Sends what differs from what was sent last. A board's time always differs, so that screens keep to the server's clock. */
function send(follower: Follower, message: LiveMessage): void {
  const text = JSON.stringify(message)
  if (text === follower.sent) return
  follower.sent = text
  follower.socket.send(text)
}
