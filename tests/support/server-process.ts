import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from './free-port'
import { WAIT_TIMEOUT_MS } from './wait-timeout'

const root = process.cwd()

/** Node flags of `npm start`. */
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
  /** Output so far. */
  output(): string
  /** Stops the server and keeps its data; `SIGKILL` simulates a crash. */
  stop(signal?: NodeJS.Signals): Promise<void>
  /** Starts the server again on the same port and data. */
  restart(): Promise<void>
  /** Stops the server and removes its data. */
  dispose(): Promise<void>
}

/** Printed by a server once it listens; without it another server might answer on the port. */
const LISTENING_MESSAGE = 'Kaizhang is open'

async function untilHealthy(origin: string, child: ChildProcess, output: () => string) {
  for (const end = Date.now() + WAIT_TIMEOUT_MS; Date.now() < end; ) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the server ended:\n${output()}`)
    const health = output().includes(LISTENING_MESSAGE)
      ? await fetch(`${origin}/api/health`).catch(() => null)
      : null
    if (health?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the server did not answer:\n${output()}`)
}

/** Starts the built server (dist/server/main.mjs) in its own process with its own data and port. */
export async function startServer(env: Record<string, string> = {}): Promise<ServerProcess> {
  const entry = path.join(root, 'dist/server/main.mjs')
  if (!existsSync(entry)) throw new Error('dist/server/main.mjs is missing: run `npm test`, which builds it')
  let port = await freePort()
  const dataDir = env.DATA_DIR ?? mkdtempSync(path.join(tmpdir(), 'kaizhang-'))
  let log = ''
  let child: ChildProcess
  const run = async () => {
    const before = log.length
    child = spawn(process.execPath, [...flags, entry], {
      cwd: root,
      env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    // an aborted test must leave no server behind
    const end = () => child.kill('SIGKILL')
    process.once('exit', end)
    child.once('exit', () => process.off('exit', end))
    const append = (part: Buffer) => {
      log += part
    }
    child.stdout?.on('data', append)
    child.stderr?.on('data', append)
    await untilHealthy(`http://127.0.0.1:${port}`, child, () => log.slice(before))
  }
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }
  // another run on this machine may have bound the port since it was found free
  await run().catch(async (error: Error) => {
    if (!error.message.includes('is taken')) throw error
    port = await freePort()
    await run()
  })
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    dataDir,
    get pid() {
      return child.pid ?? 0
    },
    output: () => log,
    stop,
    restart: run,
    dispose: async () => {
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
