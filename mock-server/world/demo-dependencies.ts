import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { artSvg } from '@/ui/art/art'
import { version } from '../../package.json'
import { createFolderBlobStore } from '../../server/blobs/folder-blobs'
import { connect } from '../../server/db/connect'
import type { AppDependencies, AppSettings } from '../../server/dependencies'
import { NO_GATEWAYS, type PaymentGateways } from '../../server/gateways/payment-gateways'
import type { WechatGateway } from '../../server/gateways/wechat'
import { DEFAULT_TIMEOUTS } from '../../server/http/timeouts'
import { looks } from '../../server/look-catalog'
import { chengCounty } from '../../server/modules/centres/cheng-county'
import type { DemoWorlds } from '../../server/modules/demo/demo-worlds'
import { writeInThread } from '../../server/modules/exports/export-thread'
import { readQuotas } from '../../server/quota-settings'
import { logStream } from '../../server/start/log-stream'
import { StorageReserve } from '../../server/storage/storage-reserve'

/** Not confidential: the keys of demo shops are printed at every start. */
const SECRET = 'demo-world-keys-are-printed-at-start'

const elapsed = () => performance.now()

/** Dependencies of a demo world: its own files and clock, and no live gateway. */
export async function demoDependencies(
  folder: string,
  settings: Partial<AppSettings>,
  more: {
    clock?: () => number
    wechat?: WechatGateway
    payments?: PaymentGateways
    logLevel?: string
    jobIntervalMs?: number
    secret?: string
    storage?: StorageReserve
    demoWorlds?: DemoWorlds
  } = {},
): Promise<AppDependencies> {
  return {
    settings: {
      world: 'demo',
      operator: { name: '示例服务社', contact: '19900000000' },
      version,
      publicUrl: undefined,
      allowedHosts: [],
      centres: chengCounty,
      rateLimits: false,
      quotas: readQuotas({}),
      trustProxy: false,
      h5Folder: undefined,
      offlinePages: true,
      ...settings,
    },
    db: await connect(path.join(folder, 'kaizhang.db')),
    blobs: createFolderBlobStore(path.join(folder, 'photos')),
    storage:
      more.storage ??
      new StorageReserve({ freeBytes: async () => Number.POSITIVE_INFINITY, reserve: 0, elapsed }),
    exports: {
      ...{ folder: path.join(folder, 'exports'), write: writeInThread },
      removedFolder: path.join(folder, 'removed-shops'),
    },
    clock: more.clock ?? Date.now,
    elapsed,
    random: randomBytes,
    secret: more.secret ?? SECRET,
    wechat: more.wechat,
    payments: more.payments ?? NO_GATEWAYS,
    demoWorlds: more.demoWorlds,
    looks,
    drawTrade: artSvg,
    logging: more.logLevel ? { level: more.logLevel, stream: logStream } : false,
    timeouts: DEFAULT_TIMEOUTS,
    jobIntervalMs: more.jobIntervalMs ?? 0,
  }
}
