import { sql } from 'kysely'
import type { Query } from '../../db/database'

/** The lesson, if the account is staff of its centre in one of these ways. */
const lessonOfStaff = (db: Query, accountId: string, lessonId: string) =>
  db
    .selectFrom('lesson')
    .innerJoin('staff', (join) =>
      join.on(({ and, or, eb, ref }) =>
        and([
          eb('staff.account_id', '=', accountId),
          or([
            eb('staff.centre', '=', ref('lesson.centre')),
            eb('staff.centre', '=', sql<string>`substr(${sql.ref('lesson.centre')}, 1, 6)`),
          ]),
        ]),
      ),
    )
    .select('lesson.id')
    .where('lesson.id', '=', lessonId)

/** True for who opened the lesson and still has a role that allows it, and for the keeper of its centre. */
export async function isTeacher(db: Query, accountId: string, lessonId: string): Promise<boolean> {
  const row = await lessonOfStaff(db, accountId, lessonId)
    .where(({ or, eb }) => or([eb('lesson.teacher', '=', accountId), eb('staff.role', '=', 'keeper')]))
    .executeTakeFirst()
  return row !== undefined
}

export async function isScreen(db: Query, accountId: string, lessonId: string): Promise<boolean> {
  const row = await db
    .selectFrom('lesson_screen')
    .select('id')
    .where('account_id', '=', accountId)
    .where('lesson_id', '=', lessonId)
    .executeTakeFirst()
  return row !== undefined
}

/** True for a learner who has neither left nor been removed. */
export async function isLearner(db: Query, accountId: string, lessonId: string): Promise<boolean> {
  const row = await db
    .selectFrom('learner')
    .select('id')
    .where('account_id', '=', accountId)
    .where('lesson_id', '=', lessonId)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function isInLesson(db: Query, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('learner')
    .innerJoin('lesson', 'lesson.id', 'learner.lesson_id')
    .select('learner.id')
    .where('learner.account_id', '=', accountId)
    .where('learner.left_at', 'is', null)
    .where('lesson.ended_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
