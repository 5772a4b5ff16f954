import { createRequire } from 'node:module'
import path from 'node:path'

let script: Promise<string> | undefined

/** The window half of the host as one script for Chromium or jsdom. Bundled once per process, in about 0.2 s. */
export function windowScript(): Promise<string> {
  script ??= bundle()
  return script
}

/** `__filename` is absent if a tool has bundled this file as an ES module; the package is then resolved from the working folder. */
const startFile = () => (typeof __filename === 'string' ? __filename : path.resolve('index.js'))

async function bundle(): Promise<string> {
  // a published build contains the finished script and needs no esbuild
  const { build, stop } = await import('esbuild')
  const manifest = createRequire(startFile()).resolve('weapp-host/package.json')
  const result = await build({
    entryPoints: [path.join(path.dirname(manifest), 'src/window/entry.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  // the running service of esbuild keeps Node from exiting
  await stop()
  return result.outputFiles[0]?.text ?? ''
}
