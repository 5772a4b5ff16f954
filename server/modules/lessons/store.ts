import type { ExpressionBuilder, Selectable, UpdateObject } from 'kysely'
import type { Query } from '../../db/database'
import type { LearnerTable, LessonTable } from '../../db/lesson-tables'
import type { Tables } from '../../db/tables'

export type LessonRow = Selectable<LessonTable>
export type LearnerRow = Selectable<LearnerTable>

/** The new values of columns, or a function that makes them from the old ones. */
type Change<T extends 'lesson' | 'learner'> =
  | UpdateObject<Tables, T>
  | ((eb: ExpressionBuilder<Tables, T>) => UpdateObject<Tables, T>)

export const findLesson = (db: Query, id: string): Promise<LessonRow | undefined> =>
  db.selectFrom('lesson').selectAll().where('id', '=', id).executeTakeFirst()

export const findLessonByNumber = (db: Query, number: string): Promise<LessonRow | undefined> =>
  db.selectFrom('lesson').selectAll().where('number', '=', number).executeTakeFirst()

/** The learners of a lesson who have not left, by seat. */
export const findLearners = (db: Query, lessonId: string): Promise<LearnerRow[]> =>
  db
    .selectFrom('learner')
    .selectAll()
    .where('lesson_id', '=', lessonId)
    .where('left_at', 'is', null)
    .orderBy('seat')
    .execute()

/** A learner by account, also one who has left. */
export const findLearner = (
  db: Query,
  lessonId: string,
  accountId: string,
): Promise<LearnerRow | undefined> =>
  db
    .selectFrom('learner')
    .selectAll()
    .where('lesson_id', '=', lessonId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()

/** Changes a lesson that is not over and counts the change. */
export async function changeLesson(
  tx: Query,
  id: string,
  change: Change<'lesson'> = {},
): Promise<LessonRow | undefined> {
  return tx
    .updateTable('lesson')
    .set((eb) => ({
      ...(typeof change === 'function' ? change(eb) : change),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
}

/** Ends the open lessons of a teacher in a centre, or in all centres of a county. */
export async function endLessonsOf(tx: Query, teacher: string, centre: string, now: number): Promise<void> {
  await endLessons(tx, now).where('teacher', '=', teacher).where('centre', 'like', `${centre}%`).execute()
}

export const endLessons = (tx: Query, now: number) =>
  tx
    .updateTable('lesson')
    .set((eb) => ({ ended_at: now, number: null, paused: 0, version: eb('version', '+', 1) }))
    .where('ended_at', 'is', null)

/** Changes learners of a lesson; returns whether there was one. */
export async function changeLearner(tx: Query, lessonId: string, id: string, change: Change<'learner'>) {
  const { numUpdatedRows } = await tx
    .updateTable('learner')
    .set((eb) => (typeof change === 'function' ? change(eb) : change))
    .where('lesson_id', '=', lessonId)
    .where('id', '=', id)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Lets a removed learner join again; returns whether there was one. */
export async function readmitLearner(tx: Query, lessonId: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('learner')
    .set({ removed_at: null })
    .where('lesson_id', '=', lessonId)
    .where('id', '=', id)
    .where('removed_at', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
