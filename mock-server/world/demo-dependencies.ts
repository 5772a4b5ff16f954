import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { artSvg } from '@/ui/art/art'
import { version } from '../../package.json'
import { folderBlobs } from '../../server/blobs/folder-blobs'
import { connect } from '../../server/db/connect'
import type { AppDependencies, WorldSettings } from '../../server/dependencies'
import { type WechatSettings, wechatGateway } from '../../server/gateways/wechat'
import { DEFAULT_TIMEOUTS } from '../../server/http/timeouts'
import { looks } from '../../server/looks'
import { quotasOf } from '../../server/quota-settings'
import { logOutput } from '../../server/start/output'
import { StorageReserve } from '../../server/storage/storage-reserve'

/** Keys of demo shops are printed at every start, so their secret is none. */
const SECRET = 'demo-world-keys-are-printed-at-start'

const elapsed = () => performance.now()

/** A demo world's parts: its own files, its own clock, and no live gateway. */
export async function demoDependencies(
  folder: string,
  settings: Partial<WorldSettings>,
  more: { clock?: () => number; wechat?: WechatSettings; logLevel?: string; jobsEvery?: number } = {},
): Promise<AppDependencies> {
  return {
    settings: {
      world: 'demo',
      version,
      publicUrl: undefined,
      allowedHosts: [],
      rateLimits: false,
      quotas: quotasOf({}),
      trustProxy: false,
      h5Folder: undefined,
      offlinePages: true,
      ...settings,
    },
    db: await connect(path.join(folder, 'kaizhang.db')),
    blobs: folderBlobs(path.join(folder, 'photos')),
    storage: new StorageReserve({ freeBytes: async () => Number.POSITIVE_INFINITY, reserve: 0, elapsed }),
    clock: more.clock ?? Date.now,
    elapsed,
    random: randomBytes,
    secret: SECRET,
    wechat: more.wechat && wechatGateway(more.wechat),
    online: [],
    looks,
    drawing: artSvg,
    logging: more.logLevel ? { level: more.logLevel, stream: logOutput } : false,
    timeouts: DEFAULT_TIMEOUTS,
    jobsEvery: more.jobsEvery ?? 0,
  }
}
