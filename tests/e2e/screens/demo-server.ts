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

export interface DemoServer {
  origin: string
  /** The demo shops with their current keys. */
  shops(): DemoShop[]
  /** The code that makes an account a trainer, once. */
  trainerCode(): string
  /** The folder of its database. */
  dataDir: string
  /** Resets all data to the seed. */
  reset(): Promise<void>
  close(): Promise<void>
}

const SHOP = /^ {2}(\S+)\n {4}buyers: \S+\/s\/(\w+)\n {4}owner: {2}\S+\/key#(\S+)$/gm
const TRAINER = /^Trainer of .+: (\S+)$/gm
const LIST_HEADING = 'Shops of the demo world'
/** A server that prints nothing for this time makes no progress, in ms. */
const SILENCE_MS = 60_000

/** Parses the most recently printed list of shops. */
const lastList = (printed: string): DemoShop[] =>
  [...printed.slice(printed.lastIndexOf(LIST_HEADING)).matchAll(SHOP)].map(
    ([, name = '', slug = '', key = '']) => ({
      name,
      slug,
      key,
    }),
  )

/**
 * Starts the built demo server in its own process and folder, with a world for one trainer.
 * @param env further environment variables
 */
export async function startDemoServer(env: Record<string, string> = {}): Promise<DemoServer> {
  const [port, seller, buyer] = [await freePort(), await freePort(), await freePort()]
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kaizhang-screens-'))
  // a copy, so that a concurrent build does not change the site
  const h5Dir = path.join(dataDir, 'h5')
  cpSync('dist/h5', h5Dir, { recursive: true })
  const child: ChildProcess = spawn(process.execPath, ['dist/server/demo.mjs'], {
    env: {
      ...{ ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, H5_DIR: h5Dir },
      ...{ DEMO_PORTS: `${seller},${buyer}`, ...env },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let [printed, printedAt] = ['', Date.now()]
  child.stdout?.on('data', (part: Buffer) => {
    printed += part
    printedAt = Date.now()
  })
  const waitForList = async (times: number) => {
    printedAt = Date.now()
    while (printed.split(LIST_HEADING).length <= times || lastList(printed).length < 3) {
      if (child.exitCode !== null || Date.now() > printedAt + SILENCE_MS)
        throw new Error(`no demo world:\n${printed}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  await waitForList(1)
  return {
    origin: `http://127.0.0.1:${port}`,
    dataDir: path.join(dataDir, 'demo', 'live'),
    shops: () => lastList(printed),
    trainerCode: () => [...printed.matchAll(TRAINER)].at(-1)?.[1] ?? '',
    reset: async () => {
      const lists = printed.split(LIST_HEADING).length
      child.kill('SIGUSR2')
      await waitForList(lists)
    },
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
