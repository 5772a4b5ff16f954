import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '../../support/free-port'

export interface DemoShop {
  name: string
  slug: string
  key: string
}

export interface DemoWorld {
  origin: string
  /** The shops and the keys that work now. */
  shops(): DemoShop[]
  /** Puts everything back to the seed. */
  reset(): Promise<void>
  close(): Promise<void>
}

const SHOP = /^ {2}(\S+)\n {4}buyers: \S+\/s\/(\w+)\n {4}owner: {2}\S+\/key#(\S+)$/gm
const MARK = 'Shops of the demo world'
const PATIENCE = 60_000

/** What was printed at the last start. */
const lastList = (printed: string): DemoShop[] =>
  [...printed.slice(printed.lastIndexOf(MARK)).matchAll(SHOP)].map(([, name = '', slug = '', key = '']) => ({
    name,
    slug,
    key,
  }))

/** Runs the built demo world in a process and a folder of its own. */
export async function startDemoWorld(): Promise<DemoWorld> {
  const port = await freePort()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kaizhang-screens-'))
  // a copy: a build that somebody starts meanwhile must not change what is photographed
  const h5Dir = path.join(dataDir, 'h5')
  cpSync('dist/h5', h5Dir, { recursive: true })
  const child: ChildProcess = spawn(process.execPath, ['dist/server/demo.mjs'], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, H5_DIR: h5Dir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout?.on('data', (part: Buffer) => {
    printed += part
  })
  const untilListed = async (times: number) => {
    for (
      const end = Date.now() + PATIENCE;
      printed.split(MARK).length <= times || lastList(printed).length < 3;
    ) {
      if (child.exitCode !== null || Date.now() > end) throw new Error(`no demo world:\n${printed}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  await untilListed(1)
  return {
    origin: `http://127.0.0.1:${port}`,
    shops: () => lastList(printed),
    reset: async () => {
      const lists = printed.split(MARK).length
      child.kill('SIGUSR2')
      await untilListed(lists)
    },
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
