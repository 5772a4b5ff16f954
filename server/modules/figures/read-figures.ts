import type { RouteReply } from '@/contract/routes'
import { isCounty } from '@/domain/centre'
import {
  EARLY_ORDER_MS,
  type Figures,
  type LearnerResult,
  MIN_PEOPLE,
  summarizeResults,
  weekOf,
} from '@/domain/lesson/lesson-figures'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { centreOf } from '../centres/centre-of'
import { safeSums } from './disclosure'

type FiguresReply = RouteReply<'GET /api/centres/:centre/figures'>

const YEAR_MS = 366 * 86_400_000

/** The most lessons that are listed; a county of 17 towns gives about a thousand a year. */
const MAX_LESSONS = 2000

interface Row extends LearnerResult {
  lessonId: string
  centre: string
  startedAt: number
}

export interface FiguresScope {
  centre: string
  /** The trainer whose lessons count; absent for all of the centre. */
  teacher?: string | undefined
}

/**
 * The learners of a centre's lessons that have ended, or of all centres of a county. Those who left before they opened a shop do not
 * count.
 */
async function readResults(db: Query, { centre, teacher }: FiguresScope, since: number): Promise<Row[]> {
  let select = db
    .selectFrom('lesson')
    .innerJoin('learner', 'learner.lesson_id', 'lesson.id')
    .leftJoin('shop_order', (join) =>
      join.onRef('shop_order.shop_id', '=', 'learner.opened_shop').on('shop_order.number', '=', 1),
    )
    .select([
      'lesson.id',
      'lesson.centre',
      'lesson.started_at',
      'learner.stage',
      'learner.spent',
      'learner.opened_at',
      'shop_order.created_at as first_order',
    ])
    .where('lesson.centre', isCounty(centre) ? 'like' : '=', isCounty(centre) ? `${centre}%` : centre)
    .where('lesson.started_at', '>', since)
    .where('lesson.ended_at', 'is not', null)
    .where(({ or, eb }) => or([eb('learner.left_at', 'is', null), eb('learner.opened_at', 'is not', null)]))
  if (teacher !== undefined) select = select.where('lesson.teacher', '=', teacher)
  const rows = await select.orderBy('lesson.started_at', 'desc').orderBy('lesson.id').execute()
  return rows.map((row) => ({
    ...{
      lessonId: row.id,
      centre: row.centre,
      startedAt: row.started_at,
      stage: row.stage,
      spent: row.spent,
    },
    ...(row.opened_at === null
      ? {}
      : { hasEarlyOrder: row.first_order !== null && row.first_order <= row.opened_at + EARLY_ORDER_MS }),
  }))
}

interface Group {
  key: string
  rows: readonly Row[]
}

/** Groups rows by a key, in the order of their first appearance. */
function groupBy(rows: readonly Row[], keyOf: (row: Row) => string): Group[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups].map(([key, some]) => ({ key, rows: some }))
}

const byLesson = (rows: readonly Row[]): Group[] => groupBy(rows, ({ lessonId }) => lessonId)

const isSmall = ({ rows }: Group) => rows.length < MIN_PEOPLE

/** Fewer open shops than may be described, but one at least. */
function hasFewShops({ rows }: Group): boolean {
  const { length } = rows.filter(({ stage }) => stage === 'opened')
  return length > 0 && length < MIN_PEOPLE
}

/** Which groups may count those of their lessons that are hidden, and be shown beside all others. */
function areSafe(groups: readonly Group[], isHidden: (group: Group) => boolean): boolean[] {
  const hiddenLessons = groups.map(({ rows }) =>
    byLesson(rows)
      .filter(isHidden)
      .map(({ key }) => key),
  )
  const isShown = groups.map((group) => !isHidden(group))
  const lessons = [...new Set(hiddenLessons.flat())].map((lesson) => [lesson])
  return safeSums(
    hiddenLessons.map((parts, at) => (isShown[at] ? parts : [])),
    [...lessons, ...hiddenLessons.filter((_, at) => !isShown[at])],
  )
}

/** Sums several lessons up, without those that would be given away. */
function sumUpLessons(groups: readonly Group[]): Figures[] {
  const countsSmall = areSafe(groups, isSmall)
  const counted = groups.map(({ key, rows }, at) => ({
    key,
    rows: countsSmall[at]
      ? rows
      : byLesson(rows)
          .filter((lesson) => !isSmall(lesson))
          .flatMap((lesson) => lesson.rows),
  }))
  const countsOrders = areSafe(counted, hasFewShops)
  return groups.map(({ rows }, at) => {
    const some = counted[at]?.rows ?? []
    if (some.length === 0) return { learners: rows.length }
    const { earlyOrders, ...figures } = summarizeResults(some)
    return {
      ...figures,
      ...(earlyOrders !== undefined && countsOrders[at] ? { earlyOrders } : {}),
      ...(some.length < rows.length ? { uncounted: rows.length - some.length } : {}),
    }
  })
}

/** The figures of the last year's lessons in a centre or a county. */
export async function readFigures(
  { db, clock, settings }: Pick<AppDependencies, 'db' | 'clock' | 'settings'>,
  scope: FiguresScope,
): Promise<FiguresReply> {
  const rows = await readResults(db.query, scope, clock() - YEAR_MS)
  const named = (code: string) => centreOf(settings.centres, code)
  const [towns, weeks] = [
    groupBy(rows, ({ centre }) => centre),
    groupBy(rows, ({ startedAt }) => weekOf(startedAt)),
  ]
  const [total = { learners: 0 }, ...others] = sumUpLessons([{ key: 'total', rows }, ...towns, ...weeks])
  const figuresAt = (at: number) => others[at] ?? { learners: 0 }
  return {
    total,
    towns: towns
      .map(({ key }, at) => ({ centre: named(key), figures: figuresAt(at) }))
      .sort((a, b) => b.figures.learners - a.figures.learners),
    weeks: weeks.map(({ key }, at) => ({ week: key, figures: figuresAt(towns.length + at) })),
    lessons: byLesson(rows)
      .slice(0, MAX_LESSONS)
      .flatMap(({ key: id, rows: group }) => {
        const [first] = group
        if (!first) return []
        return [
          { id, centre: named(first.centre), startedAt: first.startedAt, figures: summarizeResults(group) },
        ]
      }),
  }
}
