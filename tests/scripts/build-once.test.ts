import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { buildOnce } from '../../scripts/lib/build-once.mjs'
import { folderPerTest } from '../support/temporary-folder'

const above = folderPerTest()
let folder: string
beforeEach(() => {
  folder = path.join(above, 'cache', 'kind-1')
})

async function make(into: string) {
  mkdirSync(into)
  await pause(50)
  writeFileSync(path.join(into, 'file'), 'built')
}

describe('buildOnce', () => {
  it('builds once for concurrent callers, who find the complete folder', async () => {
    const build = jest.fn(make)
    const read = async () => {
      await buildOnce(folder, build)
      return readFileSync(path.join(folder, 'file'), 'utf8')
    }
    expect(await Promise.all([read(), read(), read()])).toEqual(['built', 'built', 'built'])
    expect(build).toHaveBeenCalledTimes(1)
    expect(readdirSync(path.dirname(folder))).toEqual(['kind-1'])
  })

  it('leaves neither a folder nor a lock after a failed build', async () => {
    const fail = async (into: string) => {
      mkdirSync(into)
      throw new Error('no build')
    }
    await expect(buildOnce(folder, fail)).rejects.toThrow('no build')
    expect(readdirSync(path.dirname(folder))).toEqual([])
  })

  it('ignores the lock of a killed process', async () => {
    mkdirSync(`${folder}.lock`, { recursive: true })
    const before = Date.now() / 1000 - 61
    utimesSync(`${folder}.lock`, before, before)
    await buildOnce(folder, make)
    expect(existsSync(path.join(folder, 'file'))).toBe(true)
  })
})
