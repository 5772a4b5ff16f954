import { pathToFileURL } from 'node:url'
import { fingerprint, isFresh, markFresh, root } from './lib/sources.mjs'
import { buildTaro } from './lib/taro.mjs'

const OUT = 'dist/h5'

/** Builds the H5 site into dist/h5 unless it was already built from these very sources. */
export async function buildH5() {
  const print = fingerprint(['src', 'config', 'babel.config.js', 'package-lock.json', 'package.json'])
  const stamp = `${root}/${OUT}/.built-from`
  if (isFresh(stamp, print)) return false
  console.log('Building the H5 site (about half a minute)…')
  await buildTaro('h5', { out: OUT, proof: 'index.html' })
  markFresh(stamp, print)
  return true
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildH5()
