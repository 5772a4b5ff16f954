import type { AppDependencies, AppSettings, SealedWorld } from '../../server/dependencies'
import { StorageReserve } from '../../server/storage/storage-reserve'
import { demoDependencies } from '../world/demo-dependencies'
import type { OutsideServices } from '../world/outside-services'
import type { WorldFacts, WorldFolder } from './world-folder'

/** The settings that the worlds of a server share with the server's app. */
export type SharedSettings = Pick<
  AppSettings,
  'allowedHosts' | 'centres' | 'rateLimits' | 'trustProxy' | 'h5Folder'
> & { logLevel: string; jobIntervalMs: number }

const MB = 1024 * 1024

/** The most that one world stores. A class that photographs everything takes a tenth. */
const MAX_WORLD_BYTES = 100 * MB

/** The quotas of one person in a world; the quotas of an address allow for a class of thirty. */
const QUOTAS: AppSettings['quotas'] = {
  ...{ shopsPerAccount: 5, productsPerShop: 200, shopsPerAddress: 200 },
  ...{ filesPerShop: 200, bytesPerShop: 20 * MB, filesPerAccount: 400, bytesPerAccount: 40 * MB },
  bytesPerAddressDay: MAX_WORLD_BYTES,
}

interface World {
  folder: WorldFolder
  facts: WorldFacts
  services: Pick<OutsideServices, 'wechat' | 'payments'>
  hosts: SealedWorld['hosts']
  exampleShop?: string | undefined
}

/** Accepts photos and shops while the world has room, and the data disk has as much free as the server's own reserve. */
const storageOf = (folder: WorldFolder, hasRoom: () => Promise<boolean>): StorageReserve =>
  new StorageReserve({
    freeBytes: async () => ((await hasRoom()) ? MAX_WORLD_BYTES - (await folder.bytes()) : 0),
    reserve: 1,
    elapsed: () => performance.now(),
  })

/** Dependencies of a sealed demo world. Nothing of them reaches the server's own app or another world. */
export const worldDependencies = (
  { logLevel, jobIntervalMs, ...shared }: SharedSettings,
  { folder, facts, services, hosts }: World,
  hasRoom: () => Promise<boolean>,
): Promise<AppDependencies> =>
  demoDependencies(
    folder.live,
    {
      ...shared,
      quotas: QUOTAS,
      // a browser that keeps pages would show those of an earlier world
      offlinePages: false,
      sealedWorld: { generation: facts.generation, hosts },
    },
    {
      ...{ wechat: services.wechat, payments: services.payments, secret: facts.secret },
      ...{ logLevel, jobIntervalMs, storage: storageOf(folder, hasRoom) },
    },
  )
