import { existsSync } from 'node:fs'

export const INSTALL_CHROMIUM = 'apt-get install -y chromium chromium-headless-shell fonts-noto-cjk'

const findFirst = (/** @type {(string | undefined)[]} */ files) =>
  files.find((file) => file && existsSync(file))

/** The browser for tests that need all of it: `CHROMIUM_PATH`, or a usual location. */
export const findChromium = () =>
  findFirst([
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ])

/** Chromium without its windows, which needs a quarter less CPU time; the whole browser where there is none. */
export const findHeadlessShell = () =>
  findFirst([process.env.CHROMIUM_PATH, '/usr/bin/chromium-headless-shell']) ?? findChromium()
