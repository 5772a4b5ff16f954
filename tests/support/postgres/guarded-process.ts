import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { WAIT_TIMEOUT_MS } from '../wait-timeout'

interface Identity {
  uid: number
  gid: number
}

/** PostgreSQL refuses to run as root, so root runs it as Debian's postgres user. */
export function postgresIdentity(): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** Creates a temporary folder owned by PostgreSQL's user. */
export function createOwnedFolder(owner: Identity | undefined): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kz-pg-'))
  chmodSync(folder, 0o755)
  if (owner) chownSync(folder, owner.uid, owner.gid)
  return folder
}

/**
 * The shell reads from a pipe: when this process ends, the pipe closes, the server is stopped and its folder removed.
 * A line on the pipe restarts a server that ended.
 */
const GUARD =
  'start() { "$@" & pid=$!; }; start "$@"; ' +
  'while read _; do wait $pid; start "$@"; done; ' +
  'kill -INT $pid 2>/dev/null; wait $pid; rm -rf "$KEPT_IN"'

interface Guarded {
  restart(): void
  stop(): Promise<void>
  getOutput(): string
}

/** Runs a program that ends when this process ends. */
export function startGuarded(command: string[], folder: string, identity: Identity | undefined): Guarded {
  const child = spawn('sh', ['-c', GUARD, 'guard', ...command], {
    ...identity,
    cwd: folder,
    env: { ...process.env, KEPT_IN: folder },
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl-C must not end the shell before its server
    detached: true,
  })
  let output = ''
  const append = (part: Buffer) => {
    output = (output + part).slice(-20_000)
  }
  child.stdout.on('data', append)
  child.stderr.on('data', append)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.unref()
  for (const pipe of child.stdio) if (pipe instanceof Socket) pipe.unref()
  return {
    getOutput: () => output,
    restart: () => void child.stdin.write('again\n'),
    stop: async () => {
      child.ref()
      child.stdin.end()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Waits until the server accepts connections; throws its output when it does not. */
export async function waitUntilReady(address: string, getOutput: () => string) {
  for (const end = Date.now() + WAIT_TIMEOUT_MS; Date.now() < end; ) {
    const client = new pg.Client({ connectionString: address })
    client.on('error', () => undefined)
    const up = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => undefined)
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`it did not start:\n${getOutput()}`)
}
