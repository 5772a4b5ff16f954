import type { FastifyInstance } from 'fastify'
import { dayOf } from '@/domain/day'
import { createApp } from '../../server/app'
import type { AppDependencies } from '../../server/dependencies'
import { readGrants } from '../../server/modules/payments/grants'
import type { Settings } from '../../server/settings'
import { listen } from '../../server/start/listen'
import { makeSeed } from '../seed/make-seed'
import { demoDependencies } from './demo-dependencies'
import { ensureSeed, resetWorld, type WorldFolders } from './folders'
import type { OutsideServices } from './outside-services'

/** Increased when the content of the seed changes, so that an old seed is rebuilt. */
const SEED_VERSION = 3

export interface DemoWorld {
  app: FastifyInstance
  deps: AppDependencies
  port: number
}

/** Builds the seed once a day, so that its orders are hours old. */
export const ensureTodaysSeed = (folders: WorldFolders) =>
  ensureSeed(folders, `${SEED_VERSION} ${dayOf(Date.now())}`, makeSeed)

/** Opens the demo world, reset to its seed when `fresh`, and serves it. */
export async function openWorld(
  folders: WorldFolders,
  settings: Settings,
  services: OutsideServices,
  fresh: boolean,
): Promise<DemoWorld> {
  await ensureTodaysSeed(folders)
  if (fresh) resetWorld(folders)
  const { publicUrl, allowedHosts, trustProxy, h5Folder, offlinePages } = settings
  const world = { publicUrl, allowedHosts, trustProxy, h5Folder, offlinePages }
  const deps = await demoDependencies(folders.live, world, {
    wechat: services.wechat,
    payments: services.payments,
    logLevel: settings.logLevel,
    jobIntervalMs: 5000,
  })
  services.admitSellers(await readSellers(deps))
  const app = await createApp(deps)
  services.mount(app)
  const port = await listen(app, settings)
  services.payments.noticeOrigin = `http://127.0.0.1:${port}`
  return { app, deps, port }
}

/** The numbers of sellers whom WeChat Pay has accepted. */
async function readSellers({ db }: AppDependencies): Promise<string[]> {
  const shops = await db.query.selectFrom('shop').select('payment_grants').execute()
  return shops.flatMap((shop) => readGrants(shop).wechat?.merchant ?? [])
}
