import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readSettings } from '../server/settings'
import { SetupError } from '../server/setup-error'
import { prepareDataFolder } from '../server/start/data-folder'
import { ignoreOutputErrors } from '../server/start/log-stream'
import { startupMessage } from '../server/start/startup-message'
import { stopOnSignals } from '../server/start/stop-on-signals'
import { openWorld } from './world/demo-world'
import { foldersIn, servingPid } from './world/folders'
import { startOutsideServices } from './world/outside-services'
import { describeShops } from './world/shop-list'

/** Serves the demo world until a stop signal; SIGUSR2 (`npm run demo:reset`) resets it to its seed. */
async function serve() {
  ignoreOutputErrors()
  const closeBeforeStop = stopOnSignals()
  if (existsSync('.env')) process.loadEnvFile('.env')
  const settings = readSettings(process.env)
  prepareDataFolder(settings.dataDir)
  const folders = foldersIn(settings.dataDir)
  if (servingPid(folders))
    throw new SetupError('The demo world is already open on this machine (npm run demo).')
  const services = await startOutsideServices()
  process.stdout.write('Opening the demo world…\n')
  let world = await openWorld(folders, settings, services, !existsSync(folders.live))
  mkdirSync(path.dirname(folders.pid), { recursive: true })
  writeFileSync(folders.pid, String(process.pid))

  const greet = async () => {
    const origin = settings.publicUrl ?? `http://localhost:${world.port}`
    const list = await describeShops(world.deps, origin)
    process.stdout.write(
      `${startupMessage({ ...settings, port: world.port, database: world.deps.db.description }, existsSync(settings.h5Folder))}\n${list}\n`,
    )
  }
  const reset = async () => {
    await world.app.close()
    world = await openWorld(folders, settings, services, true)
    process.stdout.write('The demo world is as it was.\n')
    await greet()
  }
  process.on('SIGUSR2', () => void reset())
  closeBeforeStop(async () => {
    rmSync(folders.pid, { force: true })
    await world.app.close()
    await services.close()
  })
  await greet()
}

serve().catch((error: unknown) => {
  const words = error instanceof SetupError ? error.message : error instanceof Error ? error.stack : error
  process.stderr.write(`${words}\n`)
  process.exit(1)
})
