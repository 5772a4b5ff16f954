import { existsSync } from 'node:fs'

export const INSTALL_CHROMIUM = 'apt-get install -y chromium fonts-noto-cjk'

/** The browser that tests, benchmarks and screenshots drive: `CHROMIUM_PATH`, or the usual places. */
export const findChromium = () =>
  [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((file) => file && existsSync(file))
