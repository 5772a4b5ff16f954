import { existsSync } from 'node:fs'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

const USUAL_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const DEFAULT_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** `CHROMIUM_PATH` or a browser at one of the usual paths; undefined leaves the choice to Playwright. */
function findChromium(): string | undefined {
  return process.env.CHROMIUM_PATH || USUAL_PATHS.find((file) => existsSync(file))
}

/** Starts headless Chromium. `options.args` are added to the default arguments. */
export function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = options.executablePath ?? (options.channel ? undefined : findChromium())
  return chromium.launch({
    ...options,
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...DEFAULT_ARGS, ...(options.args ?? [])],
  })
}
