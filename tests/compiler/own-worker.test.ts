import { ownWorker } from '../../compiler/h5/site-worker'
import { basic, fakeBrowser } from '../server/offline/fake-scope'

const SCRIPT = { 'content-type': 'text/javascript' }

let browser: ReturnType<typeof fakeBrowser>
let host: string[]

/** The host has the files of one build at a time, as when a folder is uploaded in another one's place. */
beforeEach(() => {
  browser = fakeBrowser()
  host = []
  browser.answer((path) => basic(path, SCRIPT, { status: host.includes(path) ? 200 : 404 }))
})

function worker(build: string) {
  host = ['/', `/js/app.${build}.js`, `/js/product.${build}.js`]
  const site = {
    slug: 'shopshop',
    build,
    voices: [],
    files: ['', `js/app.${build}.js`, `js/product.${build}.js`],
  }
  return browser.run((scope) => ownWorker(scope as Parameters<typeof ownWorker>[0], site))
}

async function deployed(build: string) {
  const fresh = worker(build)
  await fresh.install()
  await fresh.activate()
  return fresh
}

const builds = () => [...browser.caches.keys()].map((name) => name.split(' ').at(-1))

test('a page that was open while the site was put up anew finds its files, and the builds before that are gone', async () => {
  await deployed('one')
  const two = await deployed('two')
  expect((await two.ask('/js/product.one.js'))?.status).toBe(200)
  expect((await two.ask('/js/product.two.js'))?.status).toBe(200)
  expect(builds()).toEqual(['one', 'two'])
  const three = await deployed('three')
  expect(builds()).toEqual(['two', 'three'])
  expect((await three.ask('/js/product.two.js'))?.status).toBe(200)
  expect((await three.ask('/js/product.one.js'))?.status).toBe(404)
})

test('a build that did not come whole is not kept for the one before', async () => {
  await deployed('one')
  const broken = worker('two')
  host = ['/']
  await expect(broken.install()).rejects.toThrow('404')
  const three = await deployed('three')
  expect(builds()).toEqual(['one', 'three'])
  expect((await three.ask('/js/product.one.js'))?.status).toBe(200)
})

test('what another shop on the same host keeps is not touched', async () => {
  const other = browser.run((scope) =>
    ownWorker(scope as Parameters<typeof ownWorker>[0], {
      slug: 'neighbour',
      build: 'one',
      files: [],
      voices: [],
    }),
  )
  await other.install()
  for (const build of ['one', 'two', 'three']) await deployed(build)
  expect([...browser.caches.keys()].filter((name) => name.includes(' neighbour '))).toHaveLength(1)
})

describe('a voice', () => {
  const VOICE = 'voices/hello.mp3'
  const SPOKEN = '0123456789'
  const spoken = async (build = 'one', voices = [VOICE]) => {
    host = ['/', `/${VOICE}`]
    const site = { slug: 'shopshop', build, files: [''], voices }
    const told = browser.run((scope) => ownWorker(scope as Parameters<typeof ownWorker>[0], site))
    await told.install()
    await told.activate()
    return told
  }
  beforeEach(() =>
    browser.answer((path) =>
      basic(path === `/${VOICE}` ? SPOKEN : path, {}, { status: host.includes(path) ? 200 : 404 }),
    ),
  )
  const offline = () => browser.answer(() => undefined)

  test('is heard without a network, whole or in parts', async () => {
    const told = await spoken()
    offline()
    const whole = await told.ask(`/${VOICE}`)
    expect([whole?.status, await whole?.text()]).toEqual([200, SPOKEN])
    for (const [range, part, text] of [
      ['bytes=0-1', '0-1', '01'],
      ['bytes=0-', '0-9', SPOKEN],
      ['bytes=7-99', '7-9', '789'],
      ['bytes=-3', '7-9', '789'],
    ] as const) {
      const answer = await told.ask(`/${VOICE}`, { range })
      expect([answer?.status, await answer?.text()]).toEqual([206, text])
      expect(answer?.headers.get('content-range')).toBe(`bytes ${part}/10`)
      expect(answer?.headers.get('content-type')).toBe('audio/mpeg')
    }
    const beyond = await told.ask(`/${VOICE}`, { range: 'bytes=10-' })
    expect([beyond?.status, beyond?.headers.get('content-range')]).toEqual([416, 'bytes */10'])
  })

  test('is loaded once for all builds that have it', async () => {
    await spoken('one')
    await spoken('two')
    const three = await spoken('three')
    expect(browser.asked.filter((path) => path === `/${VOICE}`)).toHaveLength(1)
    offline()
    expect((await three.ask(`/${VOICE}`))?.status).toBe(200)
  })

  test('that cannot be kept leaves the site what it is', async () => {
    const told = await spoken('one', ['voices/gone.mp3'])
    offline()
    expect((await told.ask('/', { mode: 'navigate' }))?.status).toBe(200)
    await expect(told.ask('/voices/gone.mp3')).rejects.toThrow('Failed to fetch')
  })
})
