import { existsSync } from 'node:fs'
import { createApp } from './app'
import { readSettings, type Settings } from './settings'
import { plainDataFault } from './start/data-faults'
import { listen } from './start/listen'
import { liveDependencies } from './start/live-dependencies'
import { outliveOutput } from './start/output'
import { startupMessage } from './start/startup-message'
import { stopOnSignals } from './start/stop'
import { waitingFor } from './start/waiting-for'

/** Starts the server as the environment (and `.env`) says; what a person has to put right is a `SetupError`. */
export async function run(): Promise<void> {
  outliveOutput()
  const closeBeforeStop = stopOnSignals()
  if (existsSync('.env')) process.loadEnvFile('.env')
  const settings = readSettings(process.env)
  const { app, database } = await waitingFor(() => openApp(settings))
  closeBeforeStop(() => app.close())
  const port = await listen(app, settings)
  process.stdout.write(`${startupMessage({ ...settings, port, database }, existsSync(settings.h5Folder))}\n`)
}

async function openApp(settings: Settings) {
  try {
    const deps = await liveDependencies(settings)
    return { app: await createApp(deps), database: deps.db.about }
  } catch (error) {
    throw plainDataFault(error, settings.dataDir)
  }
}
