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
const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const INSTALL = 'apt-get install -y chromium fonts-noto-cjk'

function onPath(name: string): string | undefined {
  try {
    return execFileSync('which', [name], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

/** Returns `CHROMIUM_PATH` or the installed browser. Throws with the install command when there is none. */
export function chromiumPath(): string {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted) {
    if (existsSync(wanted)) return wanted
    throw new Error(`CHROMIUM_PATH is ${wanted}, which does not exist. Install a browser with: ${INSTALL}`)
  }
  const found = PATHS.find((place) => existsSync(place)) ?? onPath('chromium') ?? onPath('google-chrome')
  if (!found) throw new Error(`No Chromium for the browser tests. Install one with: ${INSTALL}`)
  return found
}

/** Starts a headless Chromium that the caller closes. `without` lists default arguments of the driver to omit. */
export function launchBrowser(extraArgs: string[] = [], without: string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [...ARGUMENTS, ...extraArgs],
    ignoreDefaultArgs: without,
  })
}
