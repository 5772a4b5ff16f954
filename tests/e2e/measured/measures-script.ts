import path from 'node:path'
import { build, stop } from 'esbuild'

let script: Promise<string> | undefined

/** The measures as one script for a window, built once a process. */
export function measuresScript(): Promise<string> {
  script ??= bundle()
  return script
}

async function bundle(): Promise<string> {
  const result = await build({
    entryPoints: [path.resolve('tests/e2e/measured/window/entry.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  })
  // its service would keep the tests from ending
  await stop()
  return result.outputFiles[0]?.text ?? ''
}
