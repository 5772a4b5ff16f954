import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

export interface Upkeep {
  /** What it printed, and its exit code; `null` when it was killed. */
  ended: Promise<{ code: number | null; said: string }>
  kill(): void
}

/** Runs the built upkeep (dist/server/upkeep.mjs) as its users do by npm. */
export function startUpkeep(words: string[], env: Record<string, string>): Upkeep {
  const entry = path.resolve('dist/server/upkeep.mjs')
  if (!existsSync(entry))
    throw new Error('dist/server/upkeep.mjs is missing: run `npm test`, which builds it')
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
export const upkeep = (words: string[], env: Record<string, string>) => startUpkeep(words, env).ended
