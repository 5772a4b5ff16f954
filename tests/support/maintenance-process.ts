import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

export interface Maintenance {
  /** What it printed, and its exit code; `null` when it was killed. */
  ended: Promise<{ code: number | null; said: string }>
  kill(): void
}

/** Runs the built maintenance commands (dist/server/maintenance.mjs) as its users do by npm. */
export function startMaintenance(words: string[], env: Record<string, string>): Maintenance {
  const entry = path.resolve('dist/server/maintenance.mjs')
  if (!existsSync(entry))
    throw new Error('dist/server/maintenance.mjs is missing: run `npm test`, which builds it')
  const child = spawn(process.execPath, [entry, ...words], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const hear = (part: Buffer) => {
    said += part
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return {
    ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, said }))),
    kill: () => void child.kill('SIGKILL'),
  }
}

/** Runs it to its end. */
export const maintenance = (words: string[], env: Record<string, string>) =>
  startMaintenance(words, env).ended
