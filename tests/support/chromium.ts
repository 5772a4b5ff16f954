import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const INSTALL = 'apt-get install -y chromium fonts-noto-cjk'

function onPath(name: string): string | undefined {
  try {
    return execFileSync('which', [name], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

/** Path of the browser: `CHROMIUM_PATH`, or where Debian puts it. Throws with the line that installs one. */
export function chromiumPath(): string {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted) {
    if (existsSync(wanted)) return wanted
    throw new Error(`CHROMIUM_PATH is ${wanted}, which does not exist. Install a browser with: ${INSTALL}`)
  }
  const found = PLACES.find((place) => existsSync(place)) ?? onPath('chromium') ?? onPath('google-chrome')
  if (!found) throw new Error(`No Chromium for the browser tests. Install one with: ${INSTALL}`)
  return found
}

/** Starts a headless Chromium; the caller closes it. `without` are arguments of the driver's own that shall not be given. */
export function launchBrowser(extraArgs: string[] = [], without: string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [...ARGUMENTS, ...extraArgs],
    ignoreDefaultArgs: without,
  })
}
