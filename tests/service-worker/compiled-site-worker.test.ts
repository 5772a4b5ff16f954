import { runCompiledSiteWorker } from '@/service-worker/compiled-site-worker'
import type { CompiledSiteManifest } from '@/service-worker/manifest'
import { createBasicResponse, createFakeBrowser } from './fake-worker-scope'

const SCRIPT = { 'content-type': 'text/javascript' }

let browser: ReturnType<typeof createFakeBrowser>
let host: string[]

/** The host serves the files of one build at a time, as when a new build replaces the folder. */
beforeEach(() => {
  browser = createFakeBrowser()
  host = []
  browser.answer((path) => createBasicResponse(path, SCRIPT, { status: host.includes(path) ? 200 : 404 }))
})

function worker(build: string) {
  host = ['/', `/js/app.${build}.js`, `/js/product.${build}.js`]
  const site: CompiledSiteManifest = {
    kind: 'compiled-site',
    slug: 'shopshop',
    build,
    voices: [],
    files: ['', `js/app.${build}.js`, `js/product.${build}.js`],
  }
  return browser.run((scope) => runCompiledSiteWorker(scope, site))
}

async function deploy(build: string) {
  const fresh = worker(build)
  await fresh.install()
  await fresh.activate()
  return fresh
}

const builds = () => [...browser.caches.keys()].map((name) => name.split(' ').at(-1))

test('the site worker keeps the files of the previous build for open pages and deletes older builds', async () => {
  await deploy('one')
  const two = await deploy('two')
  expect((await two.ask('/js/product.one.js'))?.status).toBe(200)
  expect((await two.ask('/js/product.two.js'))?.status).toBe(200)
  expect(builds()).toEqual(['one', 'two'])
  const three = await deploy('three')
  expect(builds()).toEqual(['two', 'three'])
  expect((await three.ask('/js/product.two.js'))?.status).toBe(200)
  expect((await three.ask('/js/product.one.js'))?.status).toBe(404)
})

test('the site worker does not replace a build by an incomplete one', async () => {
  await deploy('one')
  const broken = worker('two')
  host = ['/']
  await expect(broken.install()).rejects.toThrow('404')
  const three = await deploy('three')
  expect(builds()).toEqual(['one', 'three'])
  expect((await three.ask('/js/product.one.js'))?.status).toBe(200)
})

test('the site worker leaves the caches of another shop on the same host alone', async () => {
  const other = browser.run((scope) =>
    runCompiledSiteWorker(scope, {
      kind: 'compiled-site',
      slug: 'neighbour',
      build: 'one',
      files: [],
      voices: [],
    }),
  )
  await other.install()
  for (const build of ['one', 'two', 'three']) await deploy(build)
  expect([...browser.caches.keys()].filter((name) => name.includes(' neighbour '))).toHaveLength(1)
})

describe('voice in a site worker', () => {
  const VOICE = 'voices/hello.mp3'
  const SPOKEN = '0123456789'
  const deployWithVoice = async (build = 'one', voices = [VOICE]) => {
    host = ['/', `/${VOICE}`]
    const site: CompiledSiteManifest = { kind: 'compiled-site', slug: 'shopshop', build, files: [''], voices }
    const voiceWorker = browser.run((scope) => runCompiledSiteWorker(scope, site))
    await voiceWorker.install()
    await voiceWorker.activate()
    return voiceWorker
  }
  beforeEach(() =>
    browser.answer((path) =>
      createBasicResponse(
        path === `/${VOICE}` ? SPOKEN : path,
        {},
        { status: host.includes(path) ? 200 : 404 },
      ),
    ),
  )
  const offline = () => browser.answer(() => undefined)

  test('is served offline, whole or in ranges', async () => {
    const worker = await deployWithVoice()
    offline()
    const whole = await worker.ask(`/${VOICE}`)
    expect([whole?.status, await whole?.text()]).toEqual([200, SPOKEN])
    for (const [range, part, text] of [
      ['bytes=0-1', '0-1', '01'],
      ['bytes=0-', '0-9', SPOKEN],
      ['bytes=7-99', '7-9', '789'],
      ['bytes=-3', '7-9', '789'],
    ] as const) {
      const answer = await worker.ask(`/${VOICE}`, { range })
      expect([answer?.status, await answer?.text()]).toEqual([206, text])
      expect(answer?.headers.get('content-range')).toBe(`bytes ${part}/10`)
      expect(answer?.headers.get('content-type')).toBe('audio/mpeg')
    }
    const beyond = await worker.ask(`/${VOICE}`, { range: 'bytes=10-' })
    expect([beyond?.status, beyond?.headers.get('content-range')]).toEqual([416, 'bytes */10'])
  })

  test('is loaded once for all builds that use it', async () => {
    await deployWithVoice('one')
    await deployWithVoice('two')
    const three = await deployWithVoice('three')
    expect(browser.requestedPaths.filter((path) => path === `/${VOICE}`)).toHaveLength(1)
    offline()
    expect((await three.ask(`/${VOICE}`))?.status).toBe(200)
  })

  test('leaves the site available offline when the voice could not be cached', async () => {
    const worker = await deployWithVoice('one', ['voices/gone.mp3'])
    offline()
    expect((await worker.ask('/', { mode: 'navigate' }))?.status).toBe(200)
    await expect(worker.ask('/voices/gone.mp3')).rejects.toThrow('Failed to fetch')
  })
})
