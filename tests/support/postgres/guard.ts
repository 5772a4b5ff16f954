import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { PATIENCE } from '../patience'

interface Identity {
  uid: number
  gid: number
}

/** PostgreSQL refuses to run as root, so root runs it as Debian's user for it. */
export function runAs(): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** A folder that PostgreSQL's user owns. */
export function ownFolder(owner: Identity | undefined): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kz-pg-'))
  chmodSync(folder, 0o755)
  if (owner) chownSync(folder, owner.uid, owner.gid)
  return folder
}

/**
 * Kept alive by our end of a pipe: when this process ends, however it does, the server ends and its folder goes. A line
 * on the pipe starts a server that ended again.
 */
const GUARD =
  'start() { "$@" & pid=$!; }; start "$@"; ' +
  'while read _; do wait $pid; start "$@"; done; ' +
  'kill -INT $pid 2>/dev/null; wait $pid; rm -rf "$KEPT_IN"'

interface Guarded {
  again(): void
  stop(): Promise<void>
  said(): string
}

/** Runs a program that ends when this process ends. */
export function guard(command: string[], folder: string, identity: Identity | undefined): Guarded {
  const child = spawn('sh', ['-c', GUARD, 'guard', ...command], {
    ...identity,
    cwd: folder,
    env: { ...process.env, KEPT_IN: folder },
    stdio: ['pipe', 'pipe', 'pipe'],
    // a Ctrl-C that ends the tests must not end the guard before its server
    detached: true,
  })
  let text = ''
  const hear = (part: Buffer) => {
    text = (text + part).slice(-20_000)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.unref()
  for (const pipe of child.stdio) if (pipe instanceof Socket) pipe.unref()
  return {
    said: () => text,
    again: () => void child.stdin.write('again\n'),
    stop: async () => {
      child.ref()
      child.stdin.end()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Waits for a server that was just started; throws what it said when it does not answer. */
export async function untilAnswers(address: string, said: () => string) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
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
  throw new Error(`it did not start:\n${said()}`)
}
