import { existsSync } from 'node:fs'
import { createApp } from './app'
import { readSettings, type Settings } from './settings'
import { explainDataError } from './start/data-errors'
import { listen } from './start/listen'
import { liveDependencies } from './start/live-dependencies'
import { ignoreOutputErrors } from './start/log-stream'
import { openOutsideServices } from './start/outside-services'
import { retryUntilReady } from './start/retry-until-ready'
import { startupMessage } from './start/startup-message'
import { stopOnSignals } from './start/stop-on-signals'

/**
 * Starts the server with the settings of the environment and `.env`.
 * @throws SetupError when the operator has to correct something.
 */
export async function run(): Promise<void> {
  ignoreOutputErrors()
  const closeBeforeStop = stopOnSignals()
  if (existsSync('.env')) process.loadEnvFile('.env')
  const settings = readSettings(process.env)
  const { app, database } = await retryUntilReady(() => openApp(settings))
  closeBeforeStop(() => app.close())
  const port = await listen(app, settings)
  process.stdout.write(`${startupMessage({ ...settings, port, database }, existsSync(settings.h5Folder))}\n`)
}

async function openApp(settings: Settings) {
  try {
    const deps = await liveDependencies(settings)
    try {
      const services = await openOutsideServices(deps.db.query, settings, deps)
      return { app: await createApp({ ...deps, ...services }), database: deps.db.description }
    } catch (error) {
      await deps.db.close()
      throw error
    }
  } catch (error) {
    throw explainDataError(error, settings.dataDir)
  }
}
