import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { folderBlobs } from '../../../server/blobs/folder-blobs'
import { backUp, type Installation } from '../../../server/maintenance/backup'
import { restore } from '../../../server/maintenance/restore'
import { onPostgres, testPlace } from './database'
import { rowsAt } from './rows'
import { draftOf, type OpenedShop, openShop, placed } from './shop'
import { makeWorld, newId } from './world'

export const SECRET = 'a secret that is long enough for keys'
export const HASH = 'abcdef0123456789abcdef0123456789'
export const SIZES = ['375.webp', '750.webp', '1200.webp', 'share.jpg']

/** An installation, and what `connect` takes for its database. */
export interface Spot {
  installation: Installation
  place: string
}

/** A draft of the shop's look, and two looks that buyers saw. */
async function decorate({ owner, shopId }: OpenedShop) {
  const { draft } = (await owner.call(`GET /api/shops/${shopId}/look`)).json()
  await owner.call(`PUT /api/shops/${shopId}/look-draft`, { ...draft, sections: [] })
  const publish = { id: newId(), draftVersion: 1 }
  const answer = await owner.call(`POST /api/shops/${shopId}/look/publish`, publish)
  if (answer.statusCode !== 200) throw new Error(answer.body)
}

/** Installations of a test, and their backups, below one folder. */
export class Installations {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'kz-maintenance-'))
  /** What the commands printed. */
  readonly lines: string[] = []
  private readonly undo: (() => Promise<void>)[] = []

  private readonly tell = (line: string) => void this.lines.push(line)

  get backups(): string {
    return path.join(this.folder, 'backups')
  }

  /** An empty one on the engine of the test run, or on a file. */
  async empty(onFile = !onPostgres): Promise<Spot> {
    const dataDir = mkdtempSync(path.join(this.folder, 'data-'))
    const inFile: Installation = { dataDir, databaseUrl: undefined, keySecret: undefined }
    if (onFile) return { installation: inFile, place: path.join(dataDir, 'kaizhang.db') }
    const { place, remove } = await testPlace()
    this.undo.push(remove)
    return { installation: { ...inFile, databaseUrl: place }, place }
  }

  /** A server with a shop that has a photo, a voice and so many orders. */
  async trade({ installation, place }: Spot, orders = 3) {
    writeFileSync(path.join(installation.dataDir, 'secret'), `${SECRET}\n`, { mode: 0o600 })
    const blobs = folderBlobs(path.join(installation.dataDir, 'photos'))
    for (const size of SIZES) await blobs.put(`${HASH}-${size}`, Buffer.from(`photo ${size}`))
    await blobs.put(`${HASH}.mp3`, Buffer.from('spoken'))
    const world = await makeWorld({ place, blobs, secret: SECRET })
    const shop = await openShop(world, { stock: 50 })
    const photo = newId()
    await world.deps.db.query
      .insertInto('photo')
      .values({ id: photo, account_id: shop.owner.accountId, hash: HASH, unused_since: 1 })
      .execute()
    const shown = await shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${shop.productId}`, {
      version: 1,
      ...draftOf(shop.skuId),
      photos: [photo],
    })
    if (shown.statusCode !== 200) throw new Error(shown.body)
    for (let i = 0; i < orders; i++) await placed(shop, shop.owner)
    await decorate(shop)
    const voice = newId()
    await world.deps.db.query
      .insertInto('voice')
      .values({ id: voice, account_id: shop.owner.accountId, hash: HASH, ms: 500, unused_since: 1 })
      .execute()
    await world.deps.db.query
      .insertInto('voice_use')
      .values({ voice_id: voice, shop_id: shop.shopId })
      .execute()
    return world
  }

  /** `into` another folder where two backups may be of one second. */
  backUp(installation: Installation, since?: string, into = this.backups): Promise<string> {
    return backUp(installation, { into, since, tell: this.tell })
  }

  /** A backup of a server that runs, and every row of it. */
  async backedUp(spot: Spot) {
    const world = await this.trade(spot)
    const backup = await this.backUp(spot.installation)
    await world.app.close()
    return { backup, rows: await rowsAt(spot.place) }
  }

  restore(spot: Spot, backup: string, replace = false) {
    return restore(spot.installation, { backup, replace, tell: this.tell })
  }

  async dispose() {
    for (const step of this.undo) await step()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

export const orderCount = async ({ place }: Spot) => (await rowsAt(place)).shop_order.length
