import path from 'node:path'
import { build } from 'esbuild'
import { serverBundle } from './build-server.mjs'
import { dropFormer, madeOnce } from './lib/made-once.mjs'
import { fingerprint, root } from './lib/sources.mjs'

/** Bundles the shop compiler unless it was already built from these very sources; answers its file. */
export async function buildCompiler() {
  const print = fingerprint(['src', 'server', 'compiler', 'package-lock.json', 'scripts/build-compiler.mjs'])
  const folder = path.join(root, `dist/compiler/bundle-${print.slice(0, 16)}`)
  await madeOnce(folder, async (outdir) => {
    await build({
      ...serverBundle,
      entryPoints: [{ in: 'compiler/main.ts', out: 'main' }],
      outdir,
      // a first screen is rendered for the app of one shop
      alias: { ...serverBundle.alias, '@/platform/carried': './compiler/rendered-shop.ts' },
    })
    dropFormer(folder)
  })
  return path.join(folder, 'main.mjs')
}
