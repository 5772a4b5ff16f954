import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { artSvg } from '@/ui/art/art'
import { version } from '../../package.json'
import { folderBlobs } from '../blobs/folder-blobs'
import { connect } from '../db/connect'
import { wechatGateway } from '../gateways/wechat'
import { PATIENCE } from '../http/patience'
import { looks } from '../looks'
import type { Parts } from '../parts'
import type { Settings } from '../settings'
import { freeSpace } from '../storage/free-space'
import { StorageReserve } from '../storage/storage-reserve'
import { prepareFolder } from './folder'
import { knownSecret } from './known-secret'
import { logOutput } from './output'

const JOBS_EVERY_MS = 5000

/** The real world's parts. */
export async function liveParts(settings: Settings): Promise<Parts> {
  const {
    dataDir,
    databaseUrl,
    publicUrl,
    allowedHosts,
    exampleShop,
    rateLimits,
    quotas,
    trustProxy,
    h5Folder,
    offlinePages,
  } = settings
  prepareFolder(dataDir)
  const photos = join(dataDir, 'photos')
  const elapsed = () => performance.now()
  const db = await connect(databaseUrl ?? join(dataDir, 'kaizhang.db'), {
    connections: settings.databaseConnections,
    replica: settings.replicaUrl,
    tell: (words) => process.stderr.write(`${words}\n`),
  })
  const secret = await knownSecret(db, settings).catch(async (error: unknown) => {
    await db.close()
    throw error
  })
  return {
    settings: {
      world: 'real',
      version,
      publicUrl,
      allowedHosts,
      exampleShop,
      rateLimits,
      quotas,
      trustProxy,
      h5Folder,
      offlinePages,
    },
    db,
    blobs: folderBlobs(photos),
    storage: new StorageReserve({
      freeBytes: () => freeSpace([dataDir, photos]),
      reserve: settings.storageReserve,
      elapsed,
    }),
    clock: Date.now,
    elapsed,
    random: randomBytes,
    secret,
    wechat: settings.wechat && wechatGateway(settings.wechat),
    online: [],
    looks,
    drawing: artSvg,
    logging: { level: settings.logLevel, stream: logOutput },
    patience: PATIENCE,
    jobsEvery: JOBS_EVERY_MS,
  }
}
