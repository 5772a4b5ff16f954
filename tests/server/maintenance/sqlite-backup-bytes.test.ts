import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { DigestBuilder } from '../../../server/maintenance/copy/digest'
import { readAllRowsAt } from '../support/read-all-rows'
import { TestInstances } from '../support/test-instances'

let instances: TestInstances
beforeEach(() => {
  instances = new TestInstances()
})
afterEach(() => instances.dispose())

describe('backup of an SQLite database', () => {
  it('copies bytes, and reads no row of an order into the program', async () => {
    const instance = await instances.createEmpty(true)
    const add = jest.spyOn(DigestBuilder.prototype, 'add')
    const { backup, rows } = await instances.createAndBackUp(instance)
    expect(add).not.toHaveBeenCalled()
    add.mockRestore()
    expect(await readAllRowsAt(path.join(backup, 'kaizhang.db'))).toEqual(rows)
  })

  it('is of one moment while orders arrive', async () => {
    const instance = await instances.createEmpty(true)
    await instances.createAndBackUp(instance)
    const file = new Sqlite(path.join(instance.installation.dataDir, 'kaizhang.db'))
    const insert = file.prepare('insert into account (id, created_at) values (?, 1), (?, 1)')
    let written = 0
    const writing = setInterval(() => insert.run(`a${written}`, `b${written++}`), 0)
    const into = path.join(instances.folder, 'later')
    const backup = await instances
      .backUp(instance.installation, undefined, into)
      .finally(() => clearInterval(writing))
    file.close()
    const copy = new Sqlite(path.join(backup, 'kaizhang.db'), { readonly: true })
    const count = (letter: string) =>
      copy.prepare(`select count(*) from account where created_at = 1 and id like '${letter}%'`).pluck().get()
    expect(written).toBeGreaterThan(0)
    expect(count('a')).toBe(count('b'))
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    copy.close()
  })
})
