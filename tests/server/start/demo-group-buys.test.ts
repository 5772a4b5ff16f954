import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { makeSeed } from '../../../mock-server/seed/make-seed'
import { demoDependencies } from '../../../mock-server/world/demo-dependencies'
import { createApp } from '../../../server/app'

const folder = mkdtempSync(path.join(tmpdir(), 'kz-demo-seed-'))
const started = Date.now()

beforeAll(() => makeSeed(folder, started), 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function readRows<T>(select: string): T[] {
  const file = new Sqlite(path.join(folder, 'kaizhang.db'), { readonly: true })
  try {
    return file.prepare<[], T>(select).all()
  } finally {
    file.close()
  }
}

const readStates = () =>
  readRows<{ state: string; entries: number }>(
    'select state, entries from group_buy order by published_at desc',
  )

const EXPECTED = [
  { state: 'open', entries: 7 },
  { state: 'short', entries: 4 },
  { state: 'closed', entries: 7 },
]

describe('makeSeed', () => {
  it('makes an open group buy, one that fell short, and one that is partly handed out', () => {
    expect(readStates()).toEqual(EXPECTED)
    const entries = (state: string) =>
      readRows<{ state: string; gathering: number; count: number }>(
        `select o.state, o.gathering, count(*) as count from shop_order as o join group_buy as g
         on g.shop_id = o.shop_id and g.id = o.group_buy_id where g.state = '${state}' group by 1, 2 order by 1`,
      )
    expect(entries('open')).toEqual([{ state: 'placed', gathering: 1, count: 7 }])
    expect(entries('short')).toEqual([{ state: 'placed', gathering: 1, count: 4 }])
    expect(entries('closed')).toEqual([
      { state: 'accepted', gathering: 0, count: 3 },
      { state: 'done', gathering: 0, count: 4 },
    ])
  })

  it('leaves nothing that moves a group buy as soon as the world opens', async () => {
    const deps = await demoDependencies(folder, {}, { clock: () => started })
    const app = await createApp(deps)
    await app.worker.runDue()
    await app.close()
    expect(readStates()).toEqual(EXPECTED)
  })
})
