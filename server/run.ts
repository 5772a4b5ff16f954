import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { createApp } from './app'
import type { DemoWorlds } from './modules/demo/demo-worlds'
import { readSettings, type Settings } from './settings'
import { NotReadyError } from './setup-error'
import { explainDataError } from './start/data-errors'
import { listen } from './start/listen'
import { liveDependencies } from './start/live-dependencies'
import { ignoreOutputErrors } from './start/log-stream'
import { MigratingServer } from './start/migrating-server'
import { openOutsideServices } from './start/outside-services'
import { startupMessage } from './start/startup-message'
import { stopOnSignals } from './start/stop-on-signals'

/** After a power cut the database may start later than this server. */
const TIMEOUT_MS = 60_000
const INTERVAL_MS = 1000

/** Retries `work` for up to a minute while it throws `NotReadyError`; prints the reason once. */
async function retryUntilReady<T>(work: () => Promise<T>): Promise<T> {
  const until = performance.now() + TIMEOUT_MS
  for (let isPrinted = false; ; isPrinted = true) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof NotReadyError) || performance.now() > until) throw error
      if (!isPrinted) process.stderr.write(`${error.message} Trying again for a minute.\n`)
      await sleep(INTERVAL_MS)
    }
  }
}

export type OpenDemoWorlds = (settings: Settings) => Promise<DemoWorlds & { close(): Promise<void> }>

/**
 * Starts the server with the settings of the environment and `.env`.
 * @throws SetupError when the operator has to correct something.
 */
export async function run(openDemoWorlds: OpenDemoWorlds): Promise<void> {
  ignoreOutputErrors()
  const closeBeforeStop = stopOnSignals()
  if (existsSync('.env')) process.loadEnvFile('.env')
  const settings = readSettings(process.env)
  const demoWorlds = settings.demo && (await openDemoWorlds(settings))
  const migrating = new MigratingServer(settings, (line) => process.stderr.write(`${line}\n`))
  const { app, database } = await retryUntilReady(() => openApp(settings, demoWorlds, migrating))
  closeBeforeStop(() => Promise.all([app.close(), demoWorlds?.close()]))
  const openPort = migrating.port ?? settings.port
  await app.ready()
  await migrating.close()
  const port = await listen(app, { ...settings, port: openPort })
  process.stdout.write(`${startupMessage({ ...settings, port, database }, existsSync(settings.h5Folder))}\n`)
}

async function openApp(settings: Settings, demoWorlds: DemoWorlds | undefined, migrating: MigratingServer) {
  try {
    const deps = await liveDependencies(settings, migrating)
    try {
      const services = await openOutsideServices(deps.db.query, settings, deps)
      return { app: await createApp({ ...deps, ...services, demoWorlds }), database: deps.db.description }
    } catch (error) {
      await deps.db.close()
      throw error
    }
  } catch (error) {
    throw explainDataError(error, settings.dataDir)
  }
}
