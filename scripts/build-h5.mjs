import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { appPrint } from './lib/app-sources.mjs'
import { root, unlessBuilt } from './lib/sources.mjs'
import { buildTaro } from './lib/taro.mjs'

const OUT = 'dist/h5'

/** Compresses scripts and styles as small as they get, once, so that no server has to. */
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

export const h5Print = () => appPrint('scripts/build-h5.mjs')

/** Builds the H5 site into dist/h5 unless it was already built from these very sources. */
export const buildH5 = () =>
  unlessBuilt(OUT, h5Print(), async () => {
    console.log('Building the H5 site (about half a minute)…')
    await buildTaro('h5', { out: OUT, proof: 'index.html' })
    compressFiles()
  })

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildH5()
