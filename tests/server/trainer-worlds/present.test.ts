import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { dayOf } from '@/domain/day'
import { perTest } from '../../support/per-test'
import { signInStaff, TOWN } from '../support/centre'
import { createDemoEnvironment, openDemo } from '../support/demo-worlds'

const DAY = 86_400_000

const demo = perTest(() => createDemoEnvironment({ pairs: 1 }), 'close')

/** Opens the world of a trainer and the file of its database. */
async function openWorldFile() {
  const trainer = await signInStaff(demo.real, TOWN, 'trainer')
  await openDemo(trainer)
  return new Sqlite(path.join(demo.folder, trainer.accountId, 'live', 'kaizhang.db'), { readonly: true })
}

/** Every text and number of the samples: shops, orders and what belongs to them. */
function readSamples(file: Sqlite.Database): (string | number)[] {
  const tables = [
    'account',
    'identity',
    'session',
    'shop',
    'product',
    'shop_order',
    'account_order',
    'ledger',
  ]
  return tables.flatMap((table) =>
    file.prepare<[], Record<string, string | number>>(`select * from ${table}`).all().flatMap(Object.values),
  )
}

const COLUMNS = 'created_at as placedAt, history, slot_day as day'

describe('a world made from a seed that is forty days old', () => {
  it('has orders as old as those of the seed were when it was made', async () => {
    const made = Date.now()
    demo.pass(40 * DAY)
    const file = await openWorldFile()
    const order = file
      .prepare<[], { placedAt: number; history: string; day: string }>(`select ${COLUMNS} from shop_order`)
      .get()
    const now = made + 40 * DAY
    expect(order?.placedAt).toBeGreaterThan(now - DAY / 24)
    expect(order?.day).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect([dayOf(now), dayOf(now + DAY)]).toContain(order?.day)
    expect(file.prepare('select day from slot_count').pluck().all()).toEqual([order?.day])
    for (const { at } of JSON.parse(order?.history ?? '') as { at: number }[])
      expect(at).toBeGreaterThanOrEqual(order?.placedAt ?? 0)
    file.close()
  })

  it('names no moment of the days in which the seed was made', async () => {
    const made = Date.now()
    demo.pass(40 * DAY)
    const file = await openWorldFile()
    const moments = readSamples(file).flatMap((value) =>
      [...String(value).matchAll(/\b1\d{12}\b/g)].map(([digits]) => Number(digits)),
    )
    expect(moments.length).toBeGreaterThan(10)
    expect(moments.filter((at) => at < made + DAY)).toEqual([])
    file.close()
  })
})
