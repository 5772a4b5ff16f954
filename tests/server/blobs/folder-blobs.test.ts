import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderBlobs } from '../../../server/blobs/folder-blobs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kz-blobs-'))
})
afterEach(() => rmSync(root, { recursive: true }))

test('what is put is got, and what is removed is gone', async () => {
  const blobs = folderBlobs(join(root, 'deep/er'))
  expect(await blobs.get('abc.webp')).toBeUndefined()
  await Promise.all([1, 2, 3].map(() => blobs.put('abc.webp', Buffer.from('one'))))
  expect(String(await blobs.get('abc.webp'))).toBe('one')
  expect(readdirSync(join(root, 'deep/er/ab'))).toEqual(['abc.webp'])
  await blobs.remove('abc.webp')
  await blobs.remove('abc.webp')
  expect(await blobs.get('abc.webp')).toBeUndefined()
})

test('what is set aside is out of sight until it is put back or dropped', async () => {
  const blobs = folderBlobs(root)
  expect(await blobs.setAside('abc.webp')).toBeUndefined()
  await blobs.put('abc.webp', Buffer.from('one'))
  const old = new Date(Date.now() - 7_200_000)
  utimesSync(join(root, 'ab/abc.webp'), old, old)
  const aside = await blobs.setAside('abc.webp')
  expect(await blobs.get('abc.webp')).toBeUndefined()
  // it is not taken for what a broken upload left
  await blobs.tidy()
  await aside?.putBack()
  expect(String(await blobs.get('abc.webp'))).toBe('one')
  await (await blobs.setAside('abc.webp'))?.drop()
  expect(readdirSync(join(root, 'ab'))).toEqual([])
})

test.each(['../outside', 'a/b', '.hidden', '', 'A'])('the name %s is refused', async (name) => {
  const blobs = folderBlobs(root)
  await expect(blobs.put(name, Buffer.from('x'))).rejects.toThrow('not a blob name')
  await expect(blobs.get(name)).rejects.toThrow('not a blob name')
})
