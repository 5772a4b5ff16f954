import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readManifest } from '../../../server/maintenance/manifest'
import { type PreviousBackup, previousBackup } from '../../../server/maintenance/previous-backup'
import { savePhotos } from '../../../server/maintenance/save-photos'
import { HASH, Installations, orderCount, SIZES, type Spot } from '../support/installations'
import type { World } from '../support/world'

const PHOTO = `photos/ab/${HASH}-750.webp`

let here: Installations
let spot: Spot
let world: World
beforeEach(async () => {
  here = new Installations()
  spot = await here.empty()
  world = await here.trade(spot)
})
afterEach(async () => {
  await world.app.close()
  await here.dispose()
})

/** A folder of its own for a backup: two in one folder cannot be of the same second. */
const elsewhere = () => mkdtempSync(path.join(here.folder, 'more-'))
const inodeOf = (backup: string, file = PHOTO) => statSync(path.join(backup, file)).ino
const said = () => here.lines.join('\n')

/** Restores a backup into an empty installation and compares what is there. */
async function expectWhole(backup: string, files = 5) {
  const to = await here.empty()
  const { photos } = await here.restore(to, backup)
  expect(photos).toBe(files)
  expect(await orderCount(to)).toBe(3)
  expect(readFileSync(path.join(to.installation.dataDir, PHOTO), 'utf8')).toBe('photo 750.webp')
}

describe('a backup since a previous one', () => {
  it('links the photos that the previous one has, and copies new ones', async () => {
    const first = await here.backUp(spot.installation)
    const added = `photos/ab/${'ab'.repeat(16)}-share.jpg`
    writeFileSync(path.join(spot.installation.dataDir, added), 'a new photo')
    const second = await here.backUp(spot.installation, first, elsewhere())
    for (const size of SIZES)
      expect(inodeOf(second, `photos/ab/${HASH}-${size}`)).toBe(inodeOf(first, `photos/ab/${HASH}-${size}`))
    expect(readFileSync(path.join(second, added), 'utf8')).toBe('a new photo')
    expect(said()).toMatch(/ 6 {2}files of photos and voices\n +5 {2}of them linked/)
    expect(readManifest(second).photos).toEqual({
      ...readManifest(first).photos,
      files: 6,
      bytes: expect.any(Number),
    })
  })

  it('is restored whole, and so is the previous one', async () => {
    const first = await here.backUp(spot.installation)
    const second = await here.backUp(spot.installation, first, elsewhere())
    await expectWhole(first)
    await expectWhole(second)
  })

  it('stays whole when the previous one is deleted', async () => {
    const first = await here.backUp(spot.installation)
    const second = await here.backUp(spot.installation, first, elsewhere())
    const third = await here.backUp(spot.installation, second, elsewhere())
    rmSync(first, { recursive: true })
    rmSync(second, { recursive: true })
    await expectWhole(third)
  })

  it('takes the newest backup of a folder', async () => {
    const first = await here.backUp(spot.installation)
    cpSync(first, path.join(here.backups, 'kaizhang-20200101T000000Z'), { recursive: true })
    const second = await here.backUp(spot.installation, here.backups, elsewhere())
    expect(inodeOf(second)).toBe(inodeOf(first))
  })

  it('copies everything when the folder has no backup yet', async () => {
    const into = elsewhere()
    const backup = await here.backUp(spot.installation, into, into)
    expect(said()).toMatch(/There is no earlier backup in .*, so every photo is copied/)
    await expectWhole(backup)
  })

  it('copies everything when the previous one is damaged, and warns', async () => {
    const first = await here.backUp(spot.installation)
    writeFileSync(path.join(first, 'checksums'), 'nothing')
    const second = await here.backUp(spot.installation, first, elsewhere())
    expect(said()).toMatch(/Warning: The backup .* is damaged: checksums.*Every photo is copied/)
    expect(inodeOf(second)).not.toBe(inodeOf(first))
    await expectWhole(second)
  })

  it('copies a photo that the previous one has in another size, or lost', async () => {
    const first = await here.backUp(spot.installation)
    writeFileSync(path.join(first, PHOTO), 'cut')
    rmSync(path.join(first, `photos/ab/${HASH}-375.webp`))
    const second = await here.backUp(spot.installation, first, elsewhere())
    expect(said()).toMatch(/ 3 {2}of them linked/)
    await expectWhole(second)
  })

  it('refuses a previous one that does not exist, and leaves no folder', async () => {
    const into = elsewhere()
    await expect(here.backUp(spot.installation, path.join(here.folder, 'typo'), into)).rejects.toThrow(
      /^There is no folder .*typo\.$/,
    )
    expect(readdirSync(into)).toEqual([])
  })

  it('finds a damaged photo of the same size within thirty days, copies it anew and warns', async () => {
    const first = await here.backUp(spot.installation)
    const whole = readFileSync(path.join(first, PHOTO), 'utf8')
    writeFileSync(path.join(first, PHOTO), whole.replace('photo', 'PHOTO'))
    let healed = 0
    for (let day = 0; day < 30; day++) {
      const previous = (await previousBackup(first, () => undefined)) as PreviousBackup
      const backup = elsewhere()
      const { linked } = await savePhotos({
        from: path.join(spot.installation.dataDir, 'photos'),
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
