import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Runs `npm run shop:compile` in a separate process, for servers on this machine. */
export function runCompiler(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/shop-compile.mjs', ...args, '--dev'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const text = { out: '', err: '' }
    child.stdout.on('data', (part) => (text.out += part))
    child.stderr.on('data', (part) => (text.err += part))
    child.on('error', reject)
    child.on('exit', (code) => resolve({ code, ...text }))
  })
}

/** Returns the contents of all files in a folder, with escaped characters decoded. */
export function textsIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
