import type { RouteReply } from '@/contract/routes'
import type { Centre } from '@/domain/centre'
import type { Learner } from '@/domain/lesson/lesson'
import { centreOf } from '../centres/centre-of'
import type { LearnerRow, LessonRow } from './store'

export type Lesson = RouteReply<'PUT /api/centres/:centre/lessons/:lessonId'>
export type Board = RouteReply<'GET /api/lessons/:lessonId/board'>
export type Attendance = RouteReply<'GET /api/lessons/:lessonId/attendance'>

export const toLesson = (row: LessonRow, centres: readonly Centre[]): Lesson => ({
  ...{ id: row.id, kind: row.kind, startedAt: row.started_at, isPaused: row.paused === 1 },
  centre: centreOf(centres, row.centre),
  ...(row.number === null ? {} : { number: row.number }),
  ...(row.locked === 1 ? { isLocked: true } : {}),
  ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
  ...(row.focus === null ? {} : { focus: { question: row.focus, turn: row.focus_turn } }),
  ...(row.example === null ? {} : { example: row.example }),
})

const toLearner = (row: LearnerRow): Learner => ({
  ...{ id: row.id, seat: row.seat, stage: row.stage, spent: row.spent },
  ...{ seenAt: row.seen_at, movedAt: row.moved_at },
  ...(row.hand_at === null ? {} : { handAt: row.hand_at }),
})

export const toBoard = (
  lesson: LessonRow,
  learners: readonly LearnerRow[],
  centres: readonly Centre[],
  now: number,
): Board => ({ lesson: toLesson(lesson, centres), learners: learners.map(toLearner), now })

export const toAttendance = (
  lesson: LessonRow,
  learner: LearnerRow,
  centres: readonly Centre[],
): Attendance => ({
  lesson: toLesson(lesson, centres),
  ...{ seat: learner.seat, isHandUp: learner.hand_at !== null },
  ...(learner.pointer === null ? {} : { pointer: { place: learner.pointer, turn: learner.pointer_turn } }),
})
