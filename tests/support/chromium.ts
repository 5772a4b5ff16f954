import { type Browser, chromium } from 'playwright-core'
import { findChromium, findHeadlessShell, INSTALL_CHROMIUM } from '../../scripts/lib/chromium.mjs'
import { LAN_HOST } from './lan-host'

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

const executablePath = findChromium()

const withPath = (file: string | undefined) => (file ? { executablePath: file } : {})

/** The browser of the e2e tests. */
export const LAUNCH_OPTIONS = {
  ...withPath(findHeadlessShell()),
  args: [
    ...ARGUMENTS,
    `--host-resolver-rules=MAP ${LAN_HOST} 127.0.0.1`,
    // a microphone that beeps once a second
    '--use-fake-device-for-media-stream',
    // otherwise a large photo may be painted a frame later, which would make screenshots differ
    '--disable-checker-imaging',
  ],
}

/** The whole browser, for tests of its back/forward cache and of its microphone. */
export const WHOLE_BROWSER = { ...LAUNCH_OPTIONS, ...withPath(executablePath) }

/** Returns `CHROMIUM_PATH` or the installed browser. Throws with the install command when there is none. */
export function chromiumPath(): string {
  if (!executablePath)
    throw new Error(`No Chromium for the browser tests. Install one with: ${INSTALL_CHROMIUM}`)
  return executablePath
}

/** Starts a Chromium without windows, whose own pages would take time from those of a benchmark; the caller closes it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findHeadlessShell() ?? chromiumPath(), args: ARGUMENTS })
}
