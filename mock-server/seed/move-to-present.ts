import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { addDays, type Day, dayOf, startOfDay } from '@/domain/day'

const DAY_MS = 86_400_000

/** Holds the moment at which a seed was made, in epoch ms. */
const MOMENT_FILE = 'made-at'

/** Every moment is later in ms, and no amount of money or weight is as large. */
const LEAST_MOMENT = 10 ** 12
const MOMENTS_IN_JSON = /:(1\d{12})(?=[,}\]])/g
const DAYS = /\b20\d\d-\d\d-\d\d\b/g
const HAS_MOMENT = `*:1${'[0-9]'.repeat(12)}*`
const HAS_DAY = '*20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'

/** Records when a seed was made: its orders are as old as they are at that moment. */
export const recordMoment = (seed: string, at: number): void =>
  writeFileSync(path.join(seed, MOMENT_FILE), String(at))

interface Column {
  table: string
  name: string
  type: string
}

const listColumns = (file: Sqlite.Database): Column[] =>
  file
    .prepare<[], Column>(
      `select t.name as "table", c.name, c.type from sqlite_master as t join pragma_table_info(t.name) as c
       where t.type = 'table' and t.name not like 'sqlite%' and t.name not like 'kysely%'`,
    )
    .all()

/** Begins texts that were moved already. */
const MOVED = '\u0001'

/**
 * Moves all times in a copy of a seed to the present, so that its orders are as old as when the seed was made: moments to the
 * millisecond, days by whole days. No app may have the copy open.
 */
export function moveToPresent(copy: string, now: number): void {
  const madeAt = Number(readFileSync(path.join(copy, MOMENT_FILE), 'utf8'))
  const later = now - madeAt
  const days = Math.round((startOfDay(dayOf(now)) - startOfDay(dayOf(madeAt))) / DAY_MS)
  const file = new Sqlite(path.join(copy, 'kaizhang.db'), { fileMustExist: true })
  try {
    // a copy that a power cut interrupts is made again
    file.pragma('synchronous = off')
    const moved = (text: string) =>
      text
        .replace(MOMENTS_IN_JSON, (_, at) => `:${Number(at) + later}`)
        .replace(DAYS, (day) => addDays(day as Day, days))
    // a key that was moved to the next day meets the row of that day, which is still to be moved
    file.function('moved', (text) => MOVED + moved(String(text)))
    file.transaction(() => {
      for (const { table, name, type } of listColumns(file))
        if (/int/i.test(type))
          file
            .prepare(`update "${table}" set "${name}" = "${name}" + ? where "${name}" > ?`)
            .run(later, LEAST_MOMENT)
        else {
          const where = `"${name}" glob ? or "${name}" glob ?`
          file
            .prepare(`update "${table}" set "${name}" = moved("${name}") where ${where}`)
            .run(HAS_MOMENT, HAS_DAY)
          file
            .prepare(
              `update "${table}" set "${name}" = substr("${name}", 2) where typeof("${name}") = 'text' and "${name}" glob ?`,
            )
            .run(`${MOVED}*`)
        }
    })()
  } finally {
    file.close()
  }
}
