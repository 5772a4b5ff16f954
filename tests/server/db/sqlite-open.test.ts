import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { connect } from '../../../server/db/connect'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kz-open-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Holds a new file as a server does that is just making it. */
function held(begin: string) {
  const file = path.join(folder, 'kaizhang.db')
  const other = new Sqlite(file)
  other.exec(`create table made_first (id); ${begin}; select * from made_first`)
  other.prepare('select * from made_first').all()
  return { file, letGo: () => other.close() }
}

test.each(['begin', 'begin immediate', 'begin exclusive'])(
  'a new file that another server has in hand (%s) is waited for',
  async (begin) => {
    const { file, letGo } = held(begin)
    setTimeout(letGo, 400)
    const db = await connect(file)
    expect(await db.query.selectFrom('shop').selectAll().execute()).toEqual([])
    await db.close()
  },
)

test('a file that is never let go is told as busy', async () => {
  const { file, letGo } = held('begin exclusive')
  await expect(connect(file)).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
  letGo()
})
