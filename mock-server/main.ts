import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createId } from '@/domain/id'
import type { AppDependencies } from '../server/dependencies'
import { centreOf } from '../server/modules/centres/centre-of'
import { invite } from '../server/modules/centres/invite'
import { findInvitations } from '../server/modules/centres/store'
import { issuedKey } from '../server/modules/shops/issue-key'
import { readSettings, type Settings } from '../server/settings'
import { SetupError } from '../server/setup-error'
import { prepareDataFolder } from '../server/start/data-folder'
import { ignoreOutputErrors } from '../server/start/log-stream'
import { startupMessage } from '../server/start/startup-message'
import { stopOnSignals } from '../server/start/stop-on-signals'
import { openTrainerWorlds } from './trainer-worlds/open-trainer-worlds'
import type { TrainerWorlds } from './trainer-worlds/trainer-worlds'
import { openWorld } from './world/demo-world'
import { foldersIn, servingPid } from './world/folders'
import { createServiceKeys, startOutsideServices } from './world/outside-services'

/** 沙坝镇 */
const CENTRE = '621221110'
const NAME = '培训员'

/** Returns the code that makes somebody a trainer; the same as long as nobody has used it. */
async function describeTrainer(deps: AppDependencies): Promise<string> {
  const { db, clock, random, settings } = deps
  const open = await findInvitations(db.query, CENTRE, clock())
  const id = open.find(({ name }) => name === NAME)?.id ?? createId(clock(), random(16))
  const invitation = { centre: CENTRE, id, role: 'trainer', name: NAME } as const
  const { code } = await db.withTx((tx) => invite(deps, tx, invitation))
  return `Trainer of ${centreOf(settings.centres, CENTRE).name} (the code works once, then a new one is shown): ${code}`
}

/** Lists each shop's URL and the key URL that makes a phone its owner. */
async function describeShops(deps: AppDependencies, origin: string): Promise<string> {
  const shops = await deps.db.query
    .selectFrom('shop')
    .select(['shop_id', 'name', 'slug', 'key_generation'])
    .execute()
  const lines: string[] = []
  for (const { shop_id, name, slug, key_generation } of shops) {
    const key = await issuedKey(deps, deps.db.query, shop_id, key_generation)
    lines.push(`  ${name}\n    buyers: ${origin}/s/${slug}\n    owner:  ${origin}/key#${key}`)
  }
  return ['Shops of the demo world (an owner address works once, then a new key is shown):', ...lines].join(
    '\n',
  )
}

/** Trainers' own demo worlds are on here, unless the server is behind a proxy, which has to know their addresses. */
const defaultPorts = (env: NodeJS.ProcessEnv): string => (env.PUBLIC_URL?.trim() ? 'off' : '4190-4199')

/** Opens trainers' worlds. When nobody asked for them, taken ports are no reason not to start. */
async function openTrainerWorldsIfFree(settings: Settings): Promise<TrainerWorlds | undefined> {
  if (!settings.demo) return undefined
  try {
    return await openTrainerWorlds(settings)
  } catch (error) {
    if (process.env.DEMO_PORTS || !(error instanceof SetupError)) throw error
    process.stderr.write(`${error.message} Until then trainers have no demo worlds of their own.\n`)
    return undefined
  }
}

/** Serves the demo world until a stop signal; SIGUSR2 (`npm run demo:reset`) resets it to its seed. */
async function serve() {
  ignoreOutputErrors()
  const closeBeforeStop = stopOnSignals()
  if (existsSync('.env')) process.loadEnvFile('.env')
  const settings = readSettings({ DEMO_PORTS: defaultPorts(process.env), ...process.env })
  prepareDataFolder(settings.dataDir)
  const folders = foldersIn(settings.dataDir)
  if (servingPid(folders))
    throw new SetupError('The demo world is already open on this machine (npm run demo).')
  const services = await startOutsideServices(await createServiceKeys())
  const demoWorlds = await openTrainerWorldsIfFree(settings)
  process.stdout.write('Opening the demo world…\n')
  const open = (fresh: boolean) => openWorld(folders, settings, services, { fresh, demoWorlds })
  let world = await open(!existsSync(folders.live))
  mkdirSync(path.dirname(folders.pid), { recursive: true })
  writeFileSync(folders.pid, String(process.pid))

  const greet = async () => {
    const origin = settings.publicUrl ?? `http://localhost:${world.port}`
    const list = [await describeShops(world.deps, origin), await describeTrainer(world.deps)].join('\n')
    process.stdout.write(
      `${startupMessage({ ...settings, port: world.port, database: world.deps.db.description }, existsSync(settings.h5Folder))}\n${list}\n`,
    )
  }
  const reset = async () => {
    await world.app.close()
    world = await open(true)
    process.stdout.write('The demo world is as it was.\n')
    await greet()
  }
  process.on('SIGUSR2', () => void reset())
  closeBeforeStop(async () => {
    rmSync(folders.pid, { force: true })
    await Promise.all([world.app.close(), demoWorlds?.close()])
    await services.close()
  })
  await greet()
}

serve().catch((error: unknown) => {
  const words = error instanceof SetupError ? error.message : error instanceof Error ? error.stack : error
  process.stderr.write(`${words}\n`)
  process.exit(1)
})
