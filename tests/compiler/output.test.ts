import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { alone, lockOf } from '../../compiler/alone'
import { CompileFault } from '../../compiler/compile-error'
import { writeFolder } from '../../compiler/output'

const MARK = '.kaizhang-shop.json'
const OURS = { slug: 'shopshop', target: 'h5' }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kz-output-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const app = (...names: string[]) => new Map(names.map((name) => [name, Buffer.from(`ours: ${name}`)]))
const at = (...names: string[]) => path.join(folder, ...names)
const put = (name: string, text = 'foreign') => {
  mkdirSync(path.dirname(at(name)), { recursive: true })
  writeFileSync(at(name), text)
}
const read = (name: string) => readFileSync(at(name), 'utf8')
const inside = (name: string) =>
  readdirSync(at(name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(at(name), path.join(entry.parentPath, entry.name)))
    .sort()

test('a second compile replaces what is its own: stale files go, what others keep there stays', () => {
  writeFolder(at('site'), app('index.html', 'js/1.js', 'css/old/1.css'), OURS)
  for (const name of ['site/.git/HEAD', 'site/CNAME', 'site/js/analytics.js', 'site/other/index.html'])
    put(name)
  writeFolder(at('site'), app('index.html', 'js/2.js'), OURS)
  const kept = ['.git/HEAD', 'CNAME', 'js/analytics.js', 'other/index.html']
  expect(inside('site')).toEqual([MARK, ...kept, 'index.html', 'js/2.js'].sort())
  for (const name of kept) expect(read(`site/${name}`)).toBe('foreign')
  expect(existsSync(at('site/css'))).toBe(false)
  expect(readdirSync(folder)).toEqual(['site'])
})

test('files that come besides leave the app that is there whole, and are of it from then on', () => {
  writeFolder(at('app'), app('app.js', 'ext.json'), OURS)
  writeFolder(at('app'), new Map([['ext.json', Buffer.from('new')]]), OURS, true)
  expect([read('app/app.js'), read('app/ext.json')]).toEqual(['ours: app.js', 'new'])
  writeFolder(at('app'), app('app.js'), OURS)
  expect(inside('app')).toEqual([MARK, 'app.js'])
})

const refused = (name: string, files = app('index.html'), mark = OURS) => {
  try {
    writeFolder(at(name), files, mark)
  } catch (error) {
    if (error instanceof CompileFault) return error.message
    throw error
  }
  return undefined
}

test('an app is not laid into another one, however deep or by a link', () => {
  writeFolder(at('site'), app('index.html'), OURS)
  mkdirSync(at('site/there'))
  symlinkSync(at('site/there'), at('link'))
  for (const name of ['site/there', 'site/new/deep', 'link'])
    expect(refused(name)).toContain('holds the h5 app of the shop "shopshop"')
  expect(inside('site')).toEqual([MARK, 'index.html'])
  expect(existsSync(at('site/new'))).toBe(false)
  expect(refused('site-2')).toBeUndefined()
})

test('a file of somebody else in the way is told by name, before anything is written', () => {
  writeFolder(at('site'), app('index.html'), OURS)
  put('site/js/2.js')
  expect(refused('site', app('index.html', 'js/1.js', 'js/2.js'))).toContain('has a js/2.js that')
  expect(inside('site')).toEqual([MARK, 'index.html', 'js/2.js'])
})

test('a mark that lists what is not of an app loses nobody a file', () => {
  put('letter.txt')
  put('site/.git/HEAD')
  put('site/index.html')
  const files = ['../letter.txt', at('letter.txt'), '.git/HEAD', 'js/../../letter.txt', 7, 'index.html']
  put(`site/${MARK}`, JSON.stringify({ ...OURS, files }))
  writeFolder(at('site'), app('app.js'), OURS)
  expect([read('letter.txt'), read('site/.git/HEAD')]).toEqual(['foreign', 'foreign'])
  expect(inside('site')).toEqual(['.git/HEAD', MARK, 'app.js'])
})

test('of an app from before files were listed nothing is taken away', () => {
  put('site/index.html')
  put('site/js/1.js')
  put(`site/${MARK}`, JSON.stringify(OURS))
  writeFolder(at('site'), app('index.html'), OURS)
  expect(inside('site')).toEqual([MARK, 'index.html', 'js/1.js'])
  expect(read('site/index.html')).toBe('ours: index.html')
})

test('a write that fails leaves the app that was there', () => {
  writeFolder(at('site'), app('index.html', 'js/1.js'), OURS)
  // a name that no disk takes
  expect(refused('site', app('index.html', `${'x'.repeat(300)}.js`))).toContain('cannot be written')
  expect(inside('site')).toEqual([MARK, 'index.html', 'js/1.js'])
})

test('a folder that is only under version control yet takes an app, and stays so', () => {
  put('site/.git/HEAD')
  writeFolder(at('site'), app('index.html'), OURS)
  expect(inside('site')).toEqual(['.git/HEAD', MARK, 'index.html'])
  expect(read('site/.git/HEAD')).toBe('foreign')
  put('other/.git/HEAD')
  put('other/README.md')
  expect(refused('other')).toContain('is not empty')
})

test('several compiles into one folder at once leave the whole app of one of them', async () => {
  const letters = ['a', 'b', 'c']
  const writers = spawn(
    process.execPath,
    ['scripts/run-ts.mjs', 'tests/support/app-writers.ts', at('site'), ...letters],
    { stdio: 'inherit' },
  )
  expect(await once(writers, 'exit')).toEqual([0, null])
  const last = read('site/index.html')
  const { files } = JSON.parse(read(`site/${MARK}`)) as { files: string[] }
  expect(letters).toContain(last)
  expect(files).toHaveLength(41)
  expect(inside('site')).toEqual([MARK, ...files].sort())
  for (const name of files) expect(read(`site/${name}`)).toBe(last)
  expect(readdirSync(folder)).toEqual(['site'])
})

test('a folder that another compile is writing into is told; nobody waits for one that was killed', async () => {
  const write = jest.fn()
  const other = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { stdio: 'ignore' })
  const lock = lockOf(at('site'))
  writeFileSync(lock, String(other.pid))
  try {
    expect(() => alone(at('site'), write, 50)).toThrow('site is being written by another compile')
    expect(write).not.toHaveBeenCalled()
  } finally {
    other.kill()
    await once(other, 'exit')
  }
  alone(at('site'), write)
  expect(write).toHaveBeenCalledTimes(1)
  expect(existsSync(lock)).toBe(false)
})
