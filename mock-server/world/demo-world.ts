import type { FastifyInstance } from 'fastify'
import { createApp } from '../../server/app'
import type { AppDependencies } from '../../server/dependencies'
import type { DemoWorlds } from '../../server/modules/demo/demo-worlds'
import type { Settings } from '../../server/settings'
import { listen } from '../../server/start/listen'
import { acceptedSellers } from './accepted-sellers'
import { demoDependencies } from './demo-dependencies'
import { resetWorld, type WorldFolders } from './folders'
import type { OutsideServices } from './outside-services'

export interface DemoWorld {
  app: FastifyInstance
  deps: AppDependencies
  port: number
}

/** Opens the demo world, reset to its seed when `fresh`, and serves it. */
export async function openWorld(
  folders: WorldFolders,
  settings: Settings,
  services: OutsideServices,
  { fresh, demoWorlds }: { fresh: boolean; demoWorlds: DemoWorlds | undefined },
): Promise<DemoWorld> {
  if (fresh) resetWorld(folders)
  const { publicUrl, allowedHosts, trustProxy, h5Folder, offlinePages } = settings
  const world = { publicUrl, allowedHosts, trustProxy, h5Folder, offlinePages, demo: settings.demo }
  const deps = await demoDependencies(folders.live, world, {
    wechat: services.wechat,
    payments: services.payments,
    logLevel: settings.logLevel,
    jobIntervalMs: 5000,
    ...(demoWorlds ? { demoWorlds } : {}),
  })
  services.admitSellers(await acceptedSellers(deps))
  const app = await createApp(deps)
  services.mount(app)
  const port = await listen(app, settings)
  services.payments.noticeOrigin = `http://127.0.0.1:${port}`
  return { app, deps, port }
}
