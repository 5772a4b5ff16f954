import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { CompileError } from '../../compiler/compile-error'
import { lockPath, withFolderLock } from '../../compiler/folder-lock'
import { writeApp } from '../../compiler/write-app'
import { folderPerTest } from '../support/temporary-folder'

const MARK = '.kaizhang-shop.json'
const OURS = { slug: 'shopshop', target: 'h5' }

const folder = folderPerTest()

const app = (...names: string[]) => new Map(names.map((name) => [name, Buffer.from(`ours: ${name}`)]))
const at = (...names: string[]) => path.join(folder, ...names)
const put = (name: string, text = 'foreign') => {
  mkdirSync(path.dirname(at(name)), { recursive: true })
  writeFileSync(at(name), text)
}
const read = (name: string) => readFileSync(at(name), 'utf8')
const filesIn = (name: string) =>
  readdirSync(at(name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(at(name), path.join(entry.parentPath, entry.name)))
    .sort()

test('writeApp replaces the files of an earlier compile and keeps foreign ones', async () => {
  await writeApp(at('site'), app('index.html', 'js/1.js', 'css/old/1.css'), OURS)
  for (const name of ['site/.git/HEAD', 'site/CNAME', 'site/js/analytics.js', 'site/other/index.html'])
    put(name)
  await writeApp(at('site'), app('index.html', 'js/2.js'), OURS)
  const foreign = ['.git/HEAD', 'CNAME', 'js/analytics.js', 'other/index.html']
  expect(filesIn('site')).toEqual([MARK, ...foreign, 'index.html', 'js/2.js'].sort())
  for (const name of foreign) expect(read(`site/${name}`)).toBe('foreign')
  expect(existsSync(at('site/css'))).toBe(false)
  expect(readdirSync(folder)).toEqual(['site'])
})

test('writeApp adds files to an app, which then belong to it', async () => {
  await writeApp(at('app'), app('app.js', 'ext.json'), OURS)
  await writeApp(at('app'), new Map([['ext.json', Buffer.from('new')]]), OURS, true)
  expect([read('app/app.js'), read('app/ext.json')]).toEqual(['ours: app.js', 'new'])
  await writeApp(at('app'), app('app.js'), OURS)
  expect(filesIn('app')).toEqual([MARK, 'app.js'])
})

const errorOf = async (name: string, files = app('index.html'), mark = OURS) => {
  try {
    await writeApp(at(name), files, mark)
  } catch (error) {
    if (error instanceof CompileError) return error.message
    throw error
  }
  return undefined
}

test('writeApp refuses a folder inside another app, also deep below and through a link', async () => {
  await writeApp(at('site'), app('index.html'), OURS)
  mkdirSync(at('site/there'))
  symlinkSync(at('site/there'), at('link'))
  for (const name of ['site/there', 'site/new/deep', 'link'])
    expect(await errorOf(name)).toContain('holds the h5 app of the shop "shopshop"')
  expect(filesIn('site')).toEqual([MARK, 'index.html'])
  expect(existsSync(at('site/new'))).toBe(false)
  expect(await errorOf('site-2')).toBeUndefined()
})

test('writeApp names a foreign file in the way before it writes anything', async () => {
  await writeApp(at('site'), app('index.html'), OURS)
  put('site/js/2.js')
  expect(await errorOf('site', app('index.html', 'js/1.js', 'js/2.js'))).toContain('has a js/2.js that')
  expect(filesIn('site')).toEqual([MARK, 'index.html', 'js/2.js'])
})

test('writeApp deletes no file outside the app that a marker lists', async () => {
  put('letter.txt')
  put('site/.git/HEAD')
  put('site/index.html')
  const files = ['../letter.txt', at('letter.txt'), '.git/HEAD', 'js/../../letter.txt', 7, 'index.html']
  put(`site/${MARK}`, JSON.stringify({ ...OURS, files }))
  await writeApp(at('site'), app('app.js'), OURS)
  expect([read('letter.txt'), read('site/.git/HEAD')]).toEqual(['foreign', 'foreign'])
  expect(filesIn('site')).toEqual(['.git/HEAD', MARK, 'app.js'])
})

test('an app with an old marker without a file list loses no file', async () => {
  put('site/index.html')
  put('site/js/1.js')
  put(`site/${MARK}`, JSON.stringify(OURS))
  await writeApp(at('site'), app('index.html'), OURS)
  expect(filesIn('site')).toEqual([MARK, 'index.html', 'js/1.js'])
  expect(read('site/index.html')).toBe('ours: index.html')
})

test('a failed write keeps the previous app', async () => {
  await writeApp(at('site'), app('index.html', 'js/1.js'), OURS)
  // a file name that no disk accepts
  expect(await errorOf('site', app('index.html', `${'x'.repeat(300)}.js`))).toContain('cannot be written')
  expect(filesIn('site')).toEqual([MARK, 'index.html', 'js/1.js'])
})

test('a folder with version control only accepts an app and keeps its repository', async () => {
  put('site/.git/HEAD')
  await writeApp(at('site'), app('index.html'), OURS)
  expect(filesIn('site')).toEqual(['.git/HEAD', MARK, 'index.html'])
  expect(read('site/.git/HEAD')).toBe('foreign')
  put('other/.git/HEAD')
  put('other/README.md')
  expect(await errorOf('other')).toContain('is not empty')
})

test('simultaneous compiles into one folder leave one complete app', async () => {
  const letters = ['a', 'b', 'c']
  const writers = spawn(
    process.execPath,
    ['scripts/run-ts.mjs', 'tests/support/write-app-concurrently.ts', at('site'), ...letters],
    { stdio: 'inherit' },
  )
  expect(await once(writers, 'exit')).toEqual([0, null])
  const last = read('site/index.html')
  const { files } = JSON.parse(read(`site/${MARK}`)) as { files: string[] }
  expect(letters).toContain(last)
  expect(files).toHaveLength(41)
  expect(filesIn('site')).toEqual([MARK, ...files].sort())
  for (const name of files) expect(read(`site/${name}`)).toBe(last)
  expect(readdirSync(folder)).toEqual(['site'])
})

test('a folder that another compile is writing is reported; the lock of a killed compile is ignored', async () => {
  const write = jest.fn()
  const lock = lockPath(at('site'))
  mkdirSync(lock)
  await expect(withFolderLock(at('site'), write, 50)).rejects.toThrow(
    'site is being written by another compile',
  )
  expect(write).not.toHaveBeenCalled()
  // a running compile renews its lock every few seconds
  const before = Date.now() / 1000 - 11
  utimesSync(lock, before, before)
  await withFolderLock(at('site'), write)
  expect(write).toHaveBeenCalledTimes(1)
  expect(existsSync(lock)).toBe(false)
})
