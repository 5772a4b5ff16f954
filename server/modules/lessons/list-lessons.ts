import type { RouteReply } from '@/contract/routes'
import type { PageQuery } from '@/contract/shapes'
import { isCounty } from '@/domain/centre'
import { median } from '@/domain/lesson'
import type { Query } from '../../db/database'
import { decodeCursor, isAfter, PAGE_SIZE, toPage } from '../../db/pagination'
import type { AppDependencies } from '../../dependencies'
import { toLesson } from './replies'

type Summaries = RouteReply<'GET /api/centres/:centre/lessons'>

interface Listed {
  centre: string
  /** The trainer whose lessons are listed; absent for all of the centre. */
  teacher?: string | undefined
}

/** The lessons of a centre, or of all centres of a county, newest first, with how they went. */
export async function listLessons(
  { db, settings }: Pick<AppDependencies, 'db' | 'settings'>,
  { centre, teacher }: Listed,
  page: PageQuery,
): Promise<Summaries> {
  const limit = page.limit ?? PAGE_SIZE
  const after = decodeCursor(page.cursor)
  let select = db.query.selectFrom('lesson').selectAll()
  select = isCounty(centre)
    ? select.where('centre', 'like', `${centre}%`)
    : select.where('centre', '=', centre)
  if (teacher !== undefined) select = select.where('teacher', '=', teacher)
  if (after) select = select.where(isAfter(after, 'newest', ['started_at', 'id']))
  const rows = await select
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const results = await readResults(
    db.query,
    rows.map(({ id }) => id),
  )
  return toPage(
    rows,
    limit,
    ({ started_at, id }) => ({ at: started_at, id }),
    (row) => ({ lesson: toLesson(row, settings.centres), ...summarize(results.get(row.id) ?? []) }),
  )
}

type Result = { opened_at: number | null; spent: number }

/** How far the learners of each lesson came. */
async function readResults(db: Query, lessonIds: string[]): Promise<Map<string, Result[]>> {
  const results = new Map<string, Result[]>()
  if (lessonIds.length === 0) return results
  const rows = await db
    .selectFrom('learner')
    .select(['lesson_id', 'opened_at', 'spent'])
    .where('lesson_id', 'in', lessonIds)
    .where(({ or, eb }) => or([eb('left_at', 'is', null), eb('opened_at', 'is not', null)]))
    .execute()
  for (const { lesson_id, ...result } of rows)
    results.set(lesson_id, [...(results.get(lesson_id) ?? []), result])
  return results
}

function summarize(results: readonly Result[]) {
  const times = results.flatMap(({ opened_at, spent }) => (opened_at === null ? [] : [spent]))
  const middle = median(times)
  return {
    ...{ learners: results.length, opened: times.length },
    ...(middle === undefined ? {} : { median: middle }),
  }
}
