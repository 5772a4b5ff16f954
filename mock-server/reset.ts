import { existsSync } from 'node:fs'
import { readSettings } from '../server/settings'
import { foldersIn, resetWorld, servingPid } from './world/folders'

/** `npm run demo:reset`: resets the demo world to its seed. A running demo server gets a signal and does it itself. */
function reset() {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const folders = foldersIn(readSettings(process.env).dataDir)
  const pid = servingPid(folders)
  if (pid) {
    process.kill(pid, 'SIGUSR2')
    process.stdout.write('The running demo world is being put back.\n')
    return
  }
  resetWorld(folders)
  process.stdout.write('The demo world is as it was.\n')
}

reset()
