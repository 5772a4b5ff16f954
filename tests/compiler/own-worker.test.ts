import { ownWorker } from '../../compiler/h5/own-worker'
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
  const site = { slug: 'shopshop', build, files: ['', `js/app.${build}.js`, `js/product.${build}.js`] }
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
    ownWorker(scope as Parameters<typeof ownWorker>[0], { slug: 'neighbour', build: 'one', files: [] }),
  )
  await other.install()
  for (const build of ['one', 'two', 'three']) await deployed(build)
  expect([...browser.caches.keys()].filter((name) => name.includes(' neighbour '))).toHaveLength(1)
})
