import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { keepInBuildCache } from '../../scripts/lib/build-cache.mjs'
import { folderPerTest } from '../support/temporary-folder'

const MINUTE = 60_000

const above = folderPerTest()

const now = Date.now()

/** Creates a cache folder that was last used `minutes` ago. */
function createEntry(name: string, minutes: number): string {
  const folder = path.join(above, name)
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'app.js'), name)
  const at = (now - minutes * MINUTE) / 1000
  utimesSync(folder, at, at)
  return folder
}

test('the build cache keeps the most recently used entries of a kind and entries of other kinds', () => {
  for (const [name, age] of [
    ['full-h5-a', 60],
    ['full-h5-b', 50],
    ['full-h5-c', 40],
    ['full-weapp-d', 90],
    ['h5-e', 90],
  ] as const)
    createEntry(name, age)
  keepInBuildCache(createEntry('full-h5-f', 70), { maxKept: 2, now })
  expect(readdirSync(above).sort()).toEqual(['full-h5-c', 'full-h5-f', 'full-weapp-d', 'h5-e'])
})

test('the build cache keeps entries used within minutes, since another process may read them', () => {
  for (const name of ['a', 'b', 'c']) createEntry(`full-h5-${name}`, 2)
  keepInBuildCache(createEntry('full-h5-d', 0), { maxKept: 1, now })
  expect(readdirSync(above)).toHaveLength(4)
})

test('the build cache deletes an old unfinished entry and keeps a recent one', () => {
  createEntry('full-h5-old.new', 30)
  createEntry('full-h5-young.new', 1)
  keepInBuildCache(createEntry('full-h5-d', 0), { now })
  expect(readdirSync(above).sort()).toEqual(['full-h5-d', 'full-h5-young.new'])
})
