import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { keepOnShelf } from '../../scripts/lib/shelf.mjs'

const MINUTE = 60_000

let above: string
beforeEach(() => {
  above = mkdtempSync(path.join(tmpdir(), 'kz-shelf-'))
})
afterEach(() => rmSync(above, { recursive: true }))

const now = Date.now()

/** A folder that was used so many minutes ago. */
function made(name: string, minutes: number): string {
  const folder = path.join(above, name)
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'app.js'), name)
  const at = (now - minutes * MINUTE) / 1000
  utimesSync(folder, at, at)
  return folder
}

test('those that were used last stay, and what is of another kind', () => {
  for (const [name, age] of [
    ['full-h5-a', 60],
    ['full-h5-b', 50],
    ['full-h5-c', 40],
    ['full-weapp-d', 90],
    ['h5-e', 90],
  ] as const)
    made(name, age)
  keepOnShelf(made('full-h5-f', 70), { kept: 2, now })
  expect(readdirSync(above).sort()).toEqual(['full-h5-c', 'full-h5-f', 'full-weapp-d', 'h5-e'])
})

test('what was used within minutes stays however much there is, as somebody may be reading it', () => {
  for (const name of ['a', 'b', 'c']) made(`full-h5-${name}`, 2)
  keepOnShelf(made('full-h5-d', 0), { kept: 1, now })
  expect(readdirSync(above)).toHaveLength(4)
})

test('what somebody left half made goes after a while; what is being made stays', () => {
  made('full-h5-old.new', 30)
  made('full-h5-young.new', 1)
  keepOnShelf(made('full-h5-d', 0), { now })
  expect(readdirSync(above).sort()).toEqual(['full-h5-d', 'full-h5-young.new'])
})
