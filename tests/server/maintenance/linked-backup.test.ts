import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readManifest } from '../../../server/maintenance/backup/manifest'
import { type PreviousBackup, previousBackup } from '../../../server/maintenance/backup/previous-backup'
import { savePhotos } from '../../../server/maintenance/backup/save-photos'
import type { TestEnvironment } from '../support/test-environment'
import { HASH, orderCount, SIZES, type TestInstance, TestInstances } from '../support/test-instances'

const PHOTO = `photos/ab/${HASH}-750.webp`

let instances: TestInstances
let instance: TestInstance
let env: TestEnvironment
beforeEach(async () => {
  instances = new TestInstances()
  instance = await instances.createEmpty()
  env = await instances.openShopWithOrders(instance)
})
afterEach(async () => {
  await env.app.close()
  await instances.dispose()
})

/** Creates a folder for one backup, since two backups in one folder cannot be of the same second. */
const newBackupFolder = () => mkdtempSync(path.join(instances.folder, 'more-'))
const inodeOf = (backup: string, file = PHOTO) => statSync(path.join(backup, file)).ino
const output = () => instances.lines.join('\n')

/** Restores a backup into an empty installation and checks that it is complete. */
async function expectComplete(backup: string, files = 5) {
  const to = await instances.createEmpty()
  const { photos } = await instances.restore(to, backup)
  expect(photos).toBe(files)
  expect(await orderCount(to)).toBe(3)
  expect(readFileSync(path.join(to.installation.dataDir, PHOTO), 'utf8')).toBe('photo 750.webp')
}

describe('an incremental backup', () => {
  it('hard-links the photos of the previous backup and copies new ones', async () => {
    const first = await instances.backUp(instance.installation)
    const added = `photos/ab/${'ab'.repeat(16)}-share.jpg`
    writeFileSync(path.join(instance.installation.dataDir, added), 'a new photo')
    const second = await instances.backUp(instance.installation, first, newBackupFolder())
    for (const size of SIZES)
      expect(inodeOf(second, `photos/ab/${HASH}-${size}`)).toBe(inodeOf(first, `photos/ab/${HASH}-${size}`))
    expect(readFileSync(path.join(second, added), 'utf8')).toBe('a new photo')
    expect(output()).toMatch(/ 6 {2}files of photos and voices\n +5 {2}of them linked/)
    expect(readManifest(second).photos).toEqual({
      ...readManifest(first).photos,
      files: 6,
      bytes: expect.any(Number),
    })
  })

  it('can be restored completely, as can the previous one', async () => {
    const first = await instances.backUp(instance.installation)
    const second = await instances.backUp(instance.installation, first, newBackupFolder())
    await expectComplete(first)
    await expectComplete(second)
  })

  it('stays complete when the previous ones are deleted', async () => {
    const first = await instances.backUp(instance.installation)
    const second = await instances.backUp(instance.installation, first, newBackupFolder())
    const third = await instances.backUp(instance.installation, second, newBackupFolder())
    rmSync(first, { recursive: true })
    rmSync(second, { recursive: true })
    await expectComplete(third)
  })

  it('builds on the newest backup of a folder', async () => {
    const first = await instances.backUp(instance.installation)
    cpSync(first, path.join(instances.backups, 'kaizhang-20200101T000000Z'), { recursive: true })
    const second = await instances.backUp(instance.installation, instances.backups, newBackupFolder())
    expect(inodeOf(second)).toBe(inodeOf(first))
  })

  it('copies every photo when the folder has no backup yet', async () => {
    const into = newBackupFolder()
    const backup = await instances.backUp(instance.installation, into, into)
    expect(output()).toMatch(/There is no earlier backup in .*, so every photo is copied/)
    await expectComplete(backup)
  })

  it('copies every photo and warns when the previous backup is damaged', async () => {
    const first = await instances.backUp(instance.installation)
    writeFileSync(path.join(first, 'checksums'), 'nothing')
    const second = await instances.backUp(instance.installation, first, newBackupFolder())
    expect(output()).toMatch(/Warning: The backup .* is damaged: checksums.*Every photo is copied/)
    expect(inodeOf(second)).not.toBe(inodeOf(first))
    await expectComplete(second)
  })

  it('copies a photo that the previous backup lacks or has in another size', async () => {
    const first = await instances.backUp(instance.installation)
    writeFileSync(path.join(first, PHOTO), 'cut')
    rmSync(path.join(first, `photos/ab/${HASH}-375.webp`))
    const second = await instances.backUp(instance.installation, first, newBackupFolder())
    expect(output()).toMatch(/ 3 {2}of them linked/)
    await expectComplete(second)
  })

  it('fails without leaving a folder when the previous backup does not exist', async () => {
    const into = newBackupFolder()
    await expect(
      instances.backUp(instance.installation, path.join(instances.folder, 'typo'), into),
    ).rejects.toThrow(/^There is no folder .*typo\.$/)
    expect(readdirSync(into)).toEqual([])
  })

  it('finds a damaged photo of the same size within thirty days and copies it again', async () => {
    const first = await instances.backUp(instance.installation)
    const whole = readFileSync(path.join(first, PHOTO), 'utf8')
    writeFileSync(path.join(first, PHOTO), whole.replace('photo', 'PHOTO'))
    let healed = 0
    for (let day = 0; day < 30; day++) {
      const previous = (await previousBackup(first, () => undefined)) as PreviousBackup
      const backup = newBackupFolder()
      const { linked } = await savePhotos({
        from: path.join(instance.installation.dataDir, 'photos'),
        backup,
        sums: new Map(),
        previous,
        begun: new Date(day * 86_400_000),
      })
      const isHealed = readFileSync(path.join(backup, PHOTO), 'utf8') === whole
      expect([previous.damaged, linked]).toEqual(isHealed ? [1, 4] : [0, 5])
      if (isHealed) healed++
    }
    expect(healed).toBe(1)
  })
})
