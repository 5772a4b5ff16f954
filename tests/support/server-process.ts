import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from './free-port'
import { PATIENCE } from './patience'

const root = process.cwd()

/** What Node itself is started with by `npm start`. */
const flags = (
  JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as typeof import('../../package.json')
).scripts.start
  .split(' ')
  .filter((word) => word.startsWith('--'))

export interface ServerProcess {
  origin: string
  port: number
  dataDir: string
  pid: number
  /** What it printed so far. */
  output(): string
  /** Ends it; `SIGKILL` for a crash. Keeps the data. */
  stop(signal?: NodeJS.Signals): Promise<void>
  /** Starts it again on the same port and data. */
  restart(): Promise<void>
  /** Ends it and removes the data. */
  dispose(): Promise<void>
}

/** What a server says itself once it listens: another one might answer at its port. */
const OPEN = 'Kaizhang is open'

async function untilHealthy(origin: string, child: ChildProcess, said: () => string) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server ended:\n${said()}`)
    const health = said().includes(OPEN) ? await fetch(`${origin}/api/health`).catch(() => null) : null
    if (health?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the server did not answer:\n${said()}`)
}

/** Runs the built server (dist/server/main.mjs) as its users do: its own process, its own data, a free port. */
export async function startServer(env: Record<string, string> = {}): Promise<ServerProcess> {
  const entry = path.join(root, 'dist/server/main.mjs')
  if (!existsSync(entry)) throw new Error('dist/server/main.mjs is missing: run `npm test`, which builds it')
  const port = await freePort()
  const dataDir = env.DATA_DIR ?? mkdtempSync(path.join(tmpdir(), 'kaizhang-'))
  const origin = `http://127.0.0.1:${port}`
  let text = ''
  let child: ChildProcess
  const run = async () => {
    const before = text.length
    child = spawn(process.execPath, [...flags, entry], {
      cwd: root,
      env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    // a test that is broken off leaves no server behind
    const end = () => child.kill('SIGKILL')
    process.once('exit', end)
    child.once('exit', () => process.off('exit', end))
    const keep = (part: Buffer) => {
      text += part
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    await untilHealthy(origin, child, () => text.slice(before))
  }
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }
  await run()
  return {
    origin,
    port,
    dataDir,
    get pid() {
      return child.pid ?? 0
    },
    output: () => text,
    stop,
    restart: run,
    dispose: async () => {
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
