import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

export interface Maintenance {
  /** Exit code and output; the code is `null` when the process was killed. */
  result: Promise<{ code: number | null; output: string }>
  kill(): void
}

/** Starts the built maintenance command (dist/server/maintenance.mjs) as npm does. */
export function startMaintenance(words: string[], env: Record<string, string>): Maintenance {
  const entry = path.resolve('dist/server/maintenance.mjs')
  if (!existsSync(entry))
    throw new Error('dist/server/maintenance.mjs is missing: run `npm test`, which builds it')
  const child = spawn(process.execPath, [entry, ...words], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const append = (part: Buffer) => {
    output += part
  }
  child.stdout.on('data', append)
  child.stderr.on('data', append)
  return {
    result: new Promise((resolve) => child.once('close', (code) => resolve({ code, output }))),
    kill: () => void child.kill('SIGKILL'),
  }
}

/** Runs a maintenance command to its end. */
export const maintenance = (words: string[], env: Record<string, string>) =>
  startMaintenance(words, env).result
