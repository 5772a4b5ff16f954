import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { moveToPresent, recordMoment } from '../../../mock-server/seed/move-to-present'

const DAY = 86_400_000
const folder = mkdtempSync(path.join(tmpdir(), 'kz-present-'))

afterAll(() => rmSync(folder, { recursive: true }))

test('a copy of a seed has its days later, also where they are keys of neighbouring rows', () => {
  const made = Date.parse('2026-12-01T12:00:00+08:00')
  recordMoment(folder, made)
  const file = new Sqlite(path.join(folder, 'kaizhang.db'))
  file.exec(`create table slot (shop text, id text, picture blob, primary key (shop, id));
      insert into slot values ('a', '2026-12-01 am', x'0102'), ('a', '2026-12-02 am', null), ('a', '2026-12-03', null)`)
  file.close()
  moveToPresent(folder, made + DAY)
  const copy = new Sqlite(path.join(folder, 'kaizhang.db'), { readonly: true })
  const rows = copy.prepare('select id, hex(picture) as picture from slot order by rowid').all()
  copy.close()
  expect(rows).toEqual([
    { id: '2026-12-02 am', picture: '0102' },
    { id: '2026-12-03 am', picture: '' },
    { id: '2026-12-04', picture: '' },
  ])
})
