import { existsSync } from 'node:fs'

export const INSTALL_CHROMIUM = 'apt-get install -y chromium fonts-noto-cjk'

/** The browser for tests, benchmarks and screenshots: `CHROMIUM_PATH`, or a usual location. */
export const findChromium = () =>
  [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((file) => file && existsSync(file))
