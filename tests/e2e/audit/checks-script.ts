import path from 'node:path'
import { build, stop } from 'esbuild'

let script: Promise<string> | undefined

/** Returns the checks bundled as one browser script, built once per process. */
export function checksScript(): Promise<string> {
  script ??= bundle()
  return script
}

async function bundle(): Promise<string> {
  const result = await build({
    entryPoints: [path.resolve('tests/e2e/audit/in-page/entry.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  })
  // esbuild's service process would keep the tests from ending
  await stop()
  return result.outputFiles[0]?.text ?? ''
}
