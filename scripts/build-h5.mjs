import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { appFingerprint } from './lib/app-sources.mjs'
import { bundleDemoPlayer, bundleServiceWorker } from './lib/site-scripts.mjs'
import { buildIfChanged, root } from './lib/sources.mjs'
import { buildTaro } from './lib/taro.mjs'

const OUT = 'dist/h5'

function compressFiles() {
  for (const folder of ['js', 'css'])
    for (const name of readdirSync(path.join(root, OUT, folder))) {
      if (!/\.(js|css)$/.test(name)) continue
      const file = path.join(root, OUT, folder, name)
      const content = readFileSync(file)
      writeFileSync(`${file}.br`, brotliCompressSync(content))
      writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
    }
}

export const h5Fingerprint = () => appFingerprint('scripts/build-h5.mjs')

/** Builds the H5 site into dist/h5 unless it is up to date. */
export const buildH5 = () =>
  buildIfChanged(OUT, h5Fingerprint(), async () => {
    console.log('Building the H5 site (about half a minute)…')
    await buildTaro('h5', { out: OUT, proof: 'index.html' })
    await bundleServiceWorker(root, OUT)
    await bundleDemoPlayer(root, OUT)
    compressFiles()
  })

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildH5()
