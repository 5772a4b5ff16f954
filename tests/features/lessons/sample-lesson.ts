import type { RouteReply } from '@/contract/routes'
import type { Learner } from '@/domain/lesson/lesson'

export type Board = RouteReply<'GET /api/lessons/:lessonId/board'>
export type Lesson = Board['lesson']

export const LESSON_ID = '01J00000000000000000BESS0N'
/** 2026-11-26 10:00 in China. */
export const NOW = Date.UTC(2026, 10, 26, 2)

export const lesson = (more: Partial<Lesson> = {}): Lesson => ({
  id: LESSON_ID,
  centre: { code: '621221110', name: '沙坝镇' },
  kind: 'real',
  ...(more.endedAt === undefined ? { number: '4827' } : {}),
  startedAt: NOW - 600_000,
  isPaused: false,
  ...more,
})

/** A learner by seat who answered something just now. */
export const learner = (seat: number, more: Partial<Learner> = {}): Learner => ({
  id: `01J000000000000000SEAT${String(seat).padStart(4, '0')}`,
  seat,
  stage: 'trade',
  spent: 60_000,
  seenAt: NOW,
  movedAt: NOW,
  ...more,
})

export const board = (learners: Learner[] = [], more: Partial<Lesson> = {}): Board => ({
  lesson: lesson(more),
  learners,
  now: NOW,
})
