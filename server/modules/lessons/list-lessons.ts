import type { RouteReply } from '@/contract/routes'
import type { PageQuery } from '@/contract/shapes'
import type { StaffRole } from '@/domain/access'
import { isCounty } from '@/domain/centre'
import { median } from '@/domain/lesson/lesson'
import { MIN_PEOPLE } from '@/domain/lesson/lesson-figures'
import type { Query } from '../../db/database'
import { readPage, toPage } from '../../db/pagination'
import type { AppDependencies } from '../../dependencies'
import { findKeeperCentres } from '../centres/store'
import { toLesson } from './replies'

type Summaries = RouteReply<'GET /api/centres/:centre/lessons'>

interface Listed {
  centre: string
  accountId: string
  role: StaffRole
}

/**
 * The lessons of a centre, or of all centres of a county, newest first, with their results. A trainer gets only their own; for the county,
 * figures of fewer than five people are left out.
 */
export async function listLessons(
  { db, settings }: Pick<AppDependencies, 'db' | 'settings'>,
  { centre, accountId, role }: Listed,
  page: PageQuery,
): Promise<Summaries> {
  let select = db.query.selectFrom('lesson').selectAll()
  select = isCounty(centre)
    ? select.where('centre', 'like', `${centre}%`)
    : select.where('centre', '=', centre)
  if (role === 'trainer') select = select.where('teacher', '=', accountId)
  const rows = await readPage(select, page, ['started_at', 'id'])
  const results = await readResults(
    db.query,
    rows.map(({ id }) => id),
  )
  const keeperCentres = await findKeeperCentres(db.query, accountId)
  return toPage(
    rows,
    page.limit,
    ({ started_at, id }) => ({ at: started_at, id }),
    (row) => {
      const mayAct = row.teacher === accountId || keeperCentres.has(row.centre)
      return {
        lesson: toLesson(row, settings.centres),
        ...summarize(results.get(row.id) ?? [], role === 'county' && !mayAct ? MIN_PEOPLE : 0),
        mayAct,
      }
    },
  )
}

type Result = { opened_at: number | null; spent: number }

/** The results of the learners of each lesson. Learners who left before they opened a shop are left out. */
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

/** Summarizes the results of a lesson. But for the number of learners, a figure about fewer than `least` people is absent. */
function summarize(
  results: readonly Result[],
  least: number,
): Pick<Summaries['items'][number], 'learners' | 'opened' | 'median'> {
  const learners = results.length
  if (learners < least) return { learners }
  const times = results.flatMap(({ opened_at, spent }) => (opened_at === null ? [] : [spent]))
  const middle = times.length < least ? undefined : median(times)
  return { learners, opened: times.length, ...(middle === undefined ? {} : { median: middle }) }
}
