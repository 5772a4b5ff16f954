import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { artSvg } from '@/ui/art/art'
import { version } from '../../package.json'
import { folderBlobs } from '../blobs/folder-blobs'
import { connect } from '../db/connect'
import type { AppDependencies } from '../dependencies'
import { wechatGateway } from '../gateways/wechat'
import { DEFAULT_TIMEOUTS } from '../http/timeouts'
import { looks } from '../looks'
import type { Settings } from '../settings'
import { freeSpace } from '../storage/free-space'
import { StorageReserve } from '../storage/storage-reserve'
import { prepareFolder } from './folder'
import { logOutput } from './output'
import { checkSecretFingerprint } from './secret-fingerprint'

const JOBS_EVERY_MS = 5000

/** The real world's parts. */
export async function liveDependencies(settings: Settings): Promise<AppDependencies> {
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
  const secret = await checkSecretFingerprint(db, settings).catch(async (error: unknown) => {
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
    timeouts: DEFAULT_TIMEOUTS,
    jobsEvery: JOBS_EVERY_MS,
  }
}
