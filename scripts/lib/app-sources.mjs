import { readdirSync } from 'node:fs'
import { fingerprint, root } from './sources.mjs'

/** Inputs of every Taro build. */
export const appSources = [
  'src',
  'config',
  'babel.config.js',
  'package-lock.json',
  'package.json',
  'project.config.json',
  'tsconfig.json',
  'scripts/lib',
]

/** Files that Taro and its tools read if they exist. */
const OPTIONAL_FILES = /^\.(env|env\.local|env\.production|env\.production\.local|browserslistrc)$/
/** Environment variables that affect the build; Playwright sets BROWSERSLIST_IGNORE_OLD_DATA, which does not. */
const BUILD_VARIABLES = /^(TARO_APP_|BROWSERSLIST(_ENV|_CONFIG)?$|KZ_(APP|SRC|SECTIONS)$)/

/** The optional files among a folder's files. @param {string[]} names */
export const optionalFiles = (names) => names.filter((name) => OPTIONAL_FILES.test(name)).sort()

/**
 * Fingerprint of a Taro build: sources, environment and the options of the calling script.
 * @param {string} script that builds @param {object} more
 */
export const appFingerprint = (script, more = {}) =>
  fingerprint([...appSources, script, ...optionalFiles(readdirSync(root))], {
    ...more,
    node: process.version,
    set: Object.entries(process.env)
      .filter(([name]) => BUILD_VARIABLES.test(name))
      .sort(),
  })
