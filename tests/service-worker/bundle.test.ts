import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runInNewContext } from 'node:vm'
import { parse } from 'acorn'
import { createWorkerScript, WORKER_BUNDLE, type WorkerManifest } from '@/service-worker/manifest'
import { bundleServiceWorker } from '../../scripts/lib/site-scripts.mjs'
import { createBasicResponse, createFakeBrowser } from './fake-worker-scope'

const HTML = { 'content-type': 'text/html' }
const SCRIPT = { 'content-type': 'text/javascript' }

let bundle: string
beforeAll(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kz-worker-'))
  await bundleServiceWorker(process.cwd(), folder)
  bundle = readFileSync(path.join(folder, WORKER_BUNDLE), 'utf8')
  rmSync(folder, { recursive: true })
})

/** Installs and activates the script that is served for a manifest; returns the names of the remaining caches. */
async function cachesAfter(manifest: WorkerManifest | undefined) {
  const browser = createFakeBrowser()
  browser.answer((path) =>
    path === '/index.html' ? createBasicResponse('/js/app.js', HTML) : createBasicResponse(path, SCRIPT),
  )
  browser.caches.set('kz-site-old', new Map())
  const worker = browser.run((scope) =>
    runInNewContext(createWorkerScript(bundle, manifest), { self: scope, URL }),
  )
  await worker.install()
  await worker.activate()
  return { names: [...browser.caches.keys()], isUnregistered: browser.isUnregistered() }
}

describe('bundled service worker', () => {
  it('uses the syntax of ES2018 at most', () => {
    expect(() => parse(bundle, { ecmaVersion: 2018, sourceType: 'script' })).not.toThrow()
  })

  it('runs the worker of the site', async () => {
    const files = { start: ['js/app.js'], files: ['/js/app.js'], more: [] }
    expect(await cachesAfter({ kind: 'site', build: 'one', ...files })).toEqual({
      names: ['kz-site-old', 'kz-site-one'],
      isUnregistered: false,
    })
  })

  it('runs the worker of a compiled site', async () => {
    const manifest = { slug: 'shopshop', build: 'one', files: ['js/app.js'], voices: [] }
    const { names, isUnregistered } = await cachesAfter({ kind: 'compiled-site', ...manifest })
    expect(names).toEqual(['kz-site-old', expect.stringMatching(/ shopshop one$/)])
    expect(isUnregistered).toBe(false)
  })

  it('deletes all caches and unregisters itself without a manifest', async () => {
    expect(await cachesAfter(undefined)).toEqual({ names: [], isUnregistered: true })
  })
})
