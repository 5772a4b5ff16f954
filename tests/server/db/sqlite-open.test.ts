import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { connect } from '../../../server/db/connect'
import { folderPerTest } from '../../support/temporary-folder'

const folder = folderPerTest()

/** Locks a new file as a server does that is creating its tables. */
function lockFile(begin: string) {
  const file = path.join(folder, 'kaizhang.db')
  const other = new Sqlite(file)
  other.exec(`create table made_first (id); ${begin}; select * from made_first`)
  other.prepare('select * from made_first').all()
  return { file, unlock: () => other.close() }
}

test.each(['begin', 'begin immediate', 'begin exclusive'])(
  'connect waits for a new file that another server has locked (%s)',
  async (begin) => {
    const { file, unlock } = lockFile(begin)
    setTimeout(unlock, 400)
    const db = await connect(file)
    expect(await db.query.selectFrom('shop').selectAll().execute()).toEqual([])
    await db.close()
  },
)

test('connect reports SQLITE_BUSY for a file that stays locked', async () => {
  const { file, unlock } = lockFile('begin exclusive')
  await expect(connect(file)).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
  unlock()
})

test('dataVersion reads once in a turn of the event loop, and reports what another process wrote before the next', async () => {
  const file = path.join(folder, 'kaizhang.db')
  const [db, other] = [await connect(file), new Sqlite(file)]
  const version = db.dataVersion?.()
  other.exec('create table made_later (id)')
  expect(db.dataVersion?.()).toBe(version)
  await nextTurn()
  expect(db.dataVersion?.()).not.toBe(version)
  other.close()
  await db.close()
})
