import { readdirSync } from 'node:fs'
import { fingerprint, root } from './sources.mjs'

/** What enters whatever Taro builds. */
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

/** Files that Taro and its tools read where they are there. */
const BESIDES = /^\.(env|env\.local|env\.production|env\.production\.local|browserslistrc)$/
/** Variables that are built in, or say what is built. */
const TELLING = /^(TARO_APP_|BROWSERSLIST|KZ_(APP|SRC|SECTIONS)$)/

/** The names of those among a folder's files. @param {string[]} names */
export const besides = (names) => names.filter((name) => BESIDES.test(name)).sort()

/**
 * What a build by Taro is made from: sources, what is set outside of them, and what else the script that asks for it says.
 * @param {string} script of the build itself @param {object} more
 */
export const appPrint = (script, more = {}) =>
  fingerprint([...appSources, script, ...besides(readdirSync(root))], {
    ...more,
    node: process.version,
    set: Object.entries(process.env)
      .filter(([name]) => TELLING.test(name))
      .sort(),
  })
