import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { artSvg } from '@/ui/art/art'
import { version } from '../../package.json'
import { createFolderBlobStore } from '../blobs/folder-blobs'
import { connect } from '../db/connect'
import type { MigrationWatch } from '../db/migration-progress'
import type { AppDependencies } from '../dependencies'
import { createAliyunFileCheck } from '../gateways/aliyun-file-check'
import { createAliyunSms } from '../gateways/aliyun-sms'
import { createGroupRobot } from '../gateways/group-robot'
import { NO_GATEWAYS } from '../gateways/payment-gateways'
import { createWebPush } from '../gateways/web-push'
import { DEFAULT_TIMEOUTS } from '../http/timeouts'
import { looks } from '../look-catalog'
import { writeInThread } from '../modules/exports/export-thread'
import type { Settings } from '../settings'
import { getFreeSpace } from '../storage/free-space'
import { StorageReserve } from '../storage/storage-reserve'
import { prepareDataFolder } from './data-folder'
import { logStream } from './log-stream'
import { checkSecretFingerprint } from './secret-fingerprint'

const JOB_INTERVAL_MS = 5000

const appSettings = (settings: Settings): AppDependencies['settings'] => ({
  world: 'real',
  version,
  publicUrl: settings.publicUrl,
  allowedHosts: settings.allowedHosts,
  exampleShop: settings.exampleShop,
  operator: settings.operator,
  contentWords: settings.contentWords,
  centres: settings.centres,
  rateLimits: settings.rateLimits,
  quotas: settings.quotas,
  trustProxy: settings.trustProxy,
  h5Folder: settings.h5Folder,
  offlinePages: settings.offlinePages,
  demo: settings.demo,
})

/** Messages to browsers, where there are push services to send them to. */
const openWebPush = (
  { pushServices, publicUrl = 'https://localhost' }: Settings,
  secret: string,
  elapsed: () => number,
): AppDependencies['webPush'] =>
  pushServices.length > 0
    ? createWebPush({ secret, subject: publicUrl, services: pushServices }, { elapsed })
    : undefined

/** Opens the database and returns it with the secret that belongs to it. @throws when the secret is another database's */
async function openDatabase(settings: Settings, watch: MigrationWatch | undefined) {
  const db = await connect(settings.databaseUrl ?? join(settings.dataDir, 'kaizhang.db'), {
    connections: settings.databaseConnections,
    replica: settings.replicaUrl,
    report: (message) => process.stderr.write(`${message}\n`),
    watch,
  })
  try {
    return { db, secret: await checkSecretFingerprint(db, settings) }
  } catch (error) {
    await db.close()
    throw error
  }
}

/** Creates the dependencies of the production server and of its commands, and opens its database. Outside services are not opened. */
export async function liveDependencies(settings: Settings, watch?: MigrationWatch): Promise<AppDependencies> {
  const { dataDir } = settings
  prepareDataFolder(dataDir)
  const photos = join(dataDir, 'photos')
  const elapsed = () => performance.now()
  const { db, secret } = await openDatabase(settings, watch)
  return {
    settings: appSettings(settings),
    db,
    blobs: createFolderBlobStore(photos),
    storage: new StorageReserve({
      freeBytes: () => getFreeSpace([dataDir, photos]),
      reserve: settings.storageReserve,
      elapsed,
    }),
    exports: {
      ...{ folder: join(dataDir, 'exports'), write: writeInThread },
      removedFolder: join(dataDir, 'removed-shops'),
    },
    clock: Date.now,
    elapsed,
    random: randomBytes,
    secret,
    wechat: undefined,
    webPush: openWebPush(settings, secret, elapsed),
    sms: settings.sms && createAliyunSms(settings.sms, { clock: Date.now, random: randomBytes }),
    fileCheck:
      settings.fileCheck &&
      createAliyunFileCheck(settings.fileCheck, { clock: Date.now, random: randomBytes }),
    groupRobot: settings.operatorWebhook ? createGroupRobot(settings.operatorWebhook) : undefined,
    payments: NO_GATEWAYS,
    looks,
    drawTrade: artSvg,
    logging: { level: settings.logLevel, stream: logStream },
    timeouts: DEFAULT_TIMEOUTS,
    jobIntervalMs: JOB_INTERVAL_MS,
  }
}
