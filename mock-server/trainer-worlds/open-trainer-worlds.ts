import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { getErrorCode } from '../../server/error-code'
import type { Settings } from '../../server/settings'
import { SetupError } from '../../server/setup-error'
import { getFreeSpace } from '../../server/storage/free-space'
import { SEED } from '../world/folders'
import { createServiceKeys, type ServiceKeys } from '../world/outside-services'
import { Front } from './front'
import type { Fronts } from './trainer-world'
import { TrainerWorlds } from './trainer-worlds'

/** A start of the server, or of a world, is over by then, in ms. */
const QUIET_MS = 10_000

/** Has the keys of one world ready, because creating them takes a second of computing. */
class KeyReserve {
  private next: Promise<ServiceKeys> | undefined

  constructor(private readonly create: () => Promise<ServiceKeys>) {
    this.refill()
  }

  take(): Promise<ServiceKeys> {
    const keys = this.next ?? this.create()
    this.next = undefined
    this.refill()
    return keys
  }

  private refill(): void {
    setTimeout(() => {
      this.next ??= this.create()
      // who takes keys that could not be created gets the error
      this.next.catch(() => undefined)
    }, QUIET_MS).unref()
  }
}

const JOB_INTERVAL_MS = 5000

const ALL_INTERFACES = ['0.0.0.0', '::']

/** Listens on all ports, or on none. @throws SetupError that names a port which cannot be used */
async function listenOn(ports: readonly number[], host: string): Promise<Front[]> {
  const results = await Promise.allSettled(ports.map((port) => Front.listen(port, host)))
  const fronts = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const at = results.findIndex(({ status }) => status === 'rejected')
  const failed = results[at]
  if (failed?.status !== 'rejected') return fronts
  await Promise.all(fronts.map((front) => front.close()))
  throw new SetupError(
    `Port ${ports[at]} of DEMO_PORTS cannot be used (${getErrorCode(failed.reason)}). Stop what runs there, or choose other ports.`,
  )
}

/** Pairs the ports in their order; one that is left over is not used. */
async function listenInPairs(ports: readonly number[], host: string): Promise<Fronts[]> {
  const fronts = await listenOn(ports.slice(0, ports.length - (ports.length % 2)), host)
  return fronts.flatMap((seller, at) => {
    const buyer = fronts[at + 1]
    return at % 2 === 0 && buyer ? [{ seller, buyer }] : []
  })
}

/**
 * Opens the demo worlds of trainers, in a folder of the data folder. Each world starts when its trainer asks for it.
 * @throws SetupError when a port cannot be used.
 */
export async function openTrainerWorlds(settings: Settings): Promise<TrainerWorlds> {
  const { dataDir, host, demo, allowedHosts, centres, rateLimits, trustProxy, h5Folder, logLevel } = settings
  const ports = demo?.ports ?? []
  const folder = path.join(dataDir, 'demo-worlds')
  mkdirSync(folder, { recursive: true })
  const origins = ports.map((port) => demo?.origins?.replace('{port}', String(port)) ?? [])
  const proxied = origins.flat().map((origin) => new URL(origin).host)
  const keys = new KeyReserve(createServiceKeys)
  return new TrainerWorlds(await listenInPairs(ports, host), {
    settings: {
      allowedHosts: [...allowedHosts, ...proxied],
      ...{ centres, rateLimits, trustProxy, h5Folder, logLevel, jobIntervalMs: JOB_INTERVAL_MS },
    },
    seed: SEED,
    createKeys: () => keys.take(),
    noticeHost: ALL_INTERFACES.includes(host) ? '127.0.0.1' : host,
    folder,
    clock: Date.now,
    elapsed: () => performance.now(),
    hasRoom: async () =>
      settings.storageReserve === 0 || (await getFreeSpace([dataDir])) > settings.storageReserve,
  })
}
