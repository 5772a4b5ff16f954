import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createFolderBlobStore } from '../../../server/blobs/folder-blobs'
import { createBackup, type Installation } from '../../../server/maintenance/backup/backup'
import { restore } from '../../../server/maintenance/restore/restore'
import { answered } from './api-client'
import { createDatabaseLocation, onPostgres } from './database'
import { readAllRowsAt } from './read-all-rows'
import { createTestEnvironment, newId } from './test-environment'
import { type OpenedShop, openShop, placeTestOrder, productDraft } from './test-shop'

export const SECRET = 'a secret that is long enough for keys'
export const HASH = 'abcdef0123456789abcdef0123456789'
export const SIZES = ['375.webp', '750.webp', '1200.webp', 'share.jpg']

/** An installation and the location of its database for `connect`. */
export interface TestInstance {
  installation: Installation
  databaseLocation: string
}

/** Saves a draft look and publishes it, so that two looks were published. */
async function publishLook({ owner, shopId }: OpenedShop) {
  const { draft } = (await owner.call(`GET /api/shops/${shopId}/look`)).json()
  await owner.call(`PUT /api/shops/${shopId}/look-draft`, { ...draft, sections: [] })
  const publish = { id: newId(), draftVersion: 1 }
  await answered(owner.call(`POST /api/shops/${shopId}/look/publish`, publish))
}

/** Installations of a test and their backups, below one folder. */
export class TestInstances {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'kz-maintenance-'))
  /** Output lines of the commands. */
  readonly lines: string[] = []
  private readonly undo: (() => Promise<void>)[] = []

  private readonly report = (line: string) => void this.lines.push(line)

  get backups(): string {
    return path.join(this.folder, 'backups')
  }

  /** Creates an empty installation on the engine of the test run, or with SQLite. */
  async createEmpty(onFile = !onPostgres): Promise<TestInstance> {
    const dataDir = mkdtempSync(path.join(this.folder, 'data-'))
    const inFile: Installation = { dataDir, databaseUrl: undefined, keySecret: undefined }
    if (onFile) return { installation: inFile, databaseLocation: path.join(dataDir, 'kaizhang.db') }
    const { location: databaseLocation, remove } = await createDatabaseLocation()
    this.undo.push(remove)
    return { installation: { ...inFile, databaseUrl: databaseLocation }, databaseLocation }
  }

  /** Starts a server with a shop that has a photo, a voice and `orders` orders. */
  async openShopWithOrders({ installation, databaseLocation }: TestInstance, orders = 3) {
    writeFileSync(path.join(installation.dataDir, 'secret'), `${SECRET}\n`, { mode: 0o600 })
    const blobs = createFolderBlobStore(path.join(installation.dataDir, 'photos'))
    for (const size of SIZES) await blobs.put(`${HASH}-${size}`, Buffer.from(`photo ${size}`))
    await blobs.put(`${HASH}.mp3`, Buffer.from('spoken'))
    const env = await createTestEnvironment({ databaseLocation, blobs, secret: SECRET })
    const shop = await openShop(env, { stock: 50 })
    const photo = newId()
    await env.deps.db.query
      .insertInto('photo')
      .values({ id: photo, account_id: shop.owner.accountId, hash: HASH, unused_since: 1 })
      .execute()
    const shown = { version: 1, ...productDraft(shop.skuId), photos: [photo] }
    await answered(shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${shop.productId}`, shown))
    for (let i = 0; i < orders; i++) await placeTestOrder(shop, shop.owner)
    await publishLook(shop)
    const voice = newId()
    await env.deps.db.query
      .insertInto('voice')
      .values({ id: voice, account_id: shop.owner.accountId, hash: HASH, ms: 500, unused_since: 1 })
      .execute()
    await env.deps.db.query
      .insertInto('voice_use')
      .values({ voice_id: voice, shop_id: shop.shopId })
      .execute()
    return env
  }

  /** Backs up an installation. `into` must differ for two backups within one second. */
  backUp(installation: Installation, since?: string, into = this.backups): Promise<string> {
    return createBackup(installation, { into, since, report: this.report })
  }

  /** Backs up a running server; returns the folder of the backup and all rows. */
  async createAndBackUp(instance: TestInstance) {
    const env = await this.openShopWithOrders(instance)
    const backup = await this.backUp(instance.installation)
    await env.app.close()
    return { backup, rows: await readAllRowsAt(instance.databaseLocation) }
  }

  restore(instance: TestInstance, backup: string, replace = false) {
    return restore(instance.installation, { backup, replace, report: this.report })
  }

  async dispose() {
    for (const step of this.undo) await step()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

export const orderCount = async ({ databaseLocation }: TestInstance) =>
  (await readAllRowsAt(databaseLocation)).shop_order.length
