import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { createFolderBlobStore } from '../../../server/blobs/folder-blobs'
import { folderPerTest } from '../../support/temporary-folder'

const root = folderPerTest()

test('createFolderBlobStore returns a stored blob and forgets a removed one', async () => {
  const blobs = createFolderBlobStore(join(root, 'deep/er'))
  expect(await blobs.get('abc.webp')).toBeUndefined()
  await Promise.all([1, 2, 3].map(() => blobs.put('abc.webp', Buffer.from('one'))))
  expect(String(await blobs.get('abc.webp'))).toBe('one')
  expect(readdirSync(join(root, 'deep/er/ab'))).toEqual(['abc.webp'])
  await blobs.remove('abc.webp')
  await blobs.remove('abc.webp')
  expect(await blobs.get('abc.webp')).toBeUndefined()
})

test('createFolderBlobStore hides a quarantined blob until it is put back or dropped', async () => {
  const blobs = createFolderBlobStore(root)
  expect(await blobs.quarantine('abc.webp')).toBeUndefined()
  await blobs.put('abc.webp', Buffer.from('one'))
  const old = new Date(Date.now() - 7_200_000)
  utimesSync(join(root, 'ab/abc.webp'), old, old)
  const aside = await blobs.quarantine('abc.webp')
  expect(await blobs.get('abc.webp')).toBeUndefined()
  // tidy does not mistake it for the remains of a broken upload
  await blobs.removeAbandoned()
  await aside?.restore()
  expect(String(await blobs.get('abc.webp'))).toBe('one')
  await (await blobs.quarantine('abc.webp'))?.discard()
  expect(readdirSync(join(root, 'ab'))).toEqual([])
})

test.each(['../outside', 'a/b', '.hidden', '', 'A'])(
  'createFolderBlobStore rejects the name %s',
  async (name) => {
    const blobs = createFolderBlobStore(root)
    await expect(blobs.put(name, Buffer.from('x'))).rejects.toThrow('not a blob name')
    await expect(blobs.get(name)).rejects.toThrow('not a blob name')
  },
)
