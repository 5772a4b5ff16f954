import path from 'node:path'
import type { Browser } from 'playwright-core'
import { type ChromiumMiniProgram, type ChromiumOptions, launchInChromium } from '../../src/chromium'
import { launchBrowser } from '../../src/node/browser'

/** Runs the fixture mini-program in one browser per test file. `app` is the one that `launch` started last. */
export function setUpChromium() {
  const folder = path.join(__dirname, '../fixture')
  let browser: Browser
  let app: ChromiumMiniProgram | undefined
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterEach(() => app?.close())
  afterAll(() => browser?.close())
  return async (options: ChromiumOptions = {}): Promise<ChromiumMiniProgram> => {
    app = await launchInChromium(folder, { browser, timeout: 30_000, ...options })
    return app
  }
}
