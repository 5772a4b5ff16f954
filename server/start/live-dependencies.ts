import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { artSvg } from '@/ui/art/art'
import { version } from '../../package.json'
import { createFolderBlobStore } from '../blobs/folder-blobs'
import { connect } from '../db/connect'
import type { AppDependencies } from '../dependencies'
import { createWechatGateway } from '../gateways/wechat'
import { DEFAULT_TIMEOUTS } from '../http/timeouts'
import { looks } from '../looks'
import type { Settings } from '../settings'
import { getFreeSpace } from '../storage/free-space'
import { StorageReserve } from '../storage/storage-reserve'
import { prepareDataFolder } from './data-folder'
import { logStream } from './log-stream'
import { checkSecretFingerprint } from './secret-fingerprint'

const JOB_INTERVAL_MS = 5000

/** Creates the dependencies of the production server and opens its database. */
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
  prepareDataFolder(dataDir)
  const photos = join(dataDir, 'photos')
  const elapsed = () => performance.now()
  const db = await connect(databaseUrl ?? join(dataDir, 'kaizhang.db'), {
    connections: settings.databaseConnections,
    replica: settings.replicaUrl,
    report: (message) => process.stderr.write(`${message}\n`),
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
    blobs: createFolderBlobStore(photos),
    storage: new StorageReserve({
      freeBytes: () => getFreeSpace([dataDir, photos]),
      reserve: settings.storageReserve,
      elapsed,
    }),
    clock: Date.now,
    elapsed,
    random: randomBytes,
    secret,
    wechat: settings.wechat && createWechatGateway(settings.wechat),
    onlineMethods: [],
    looks,
    drawTrade: artSvg,
    logging: { level: settings.logLevel, stream: logStream },
    timeouts: DEFAULT_TIMEOUTS,
    jobIntervalMs: JOB_INTERVAL_MS,
  }
}
