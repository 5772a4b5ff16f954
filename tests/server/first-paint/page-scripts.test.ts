import { createHash } from 'node:crypto'
import { JSDOM } from 'jsdom'
import { ACCEPT } from '@/domain/api-version'
import { environmentPerFile } from '../support/test-environment'
import { openShop } from '../support/test-shop'
import { createFakeH5Build } from './fake-h5-build'

const site = createFakeH5Build()
const env = environmentPerFile({
  settings: { h5Folder: site.folder, allowedHosts: ['shop.example.org'] },
})

afterAll(() => site.remove())

async function pageOf(slug: string) {
  const answer = await env.app.inject({
    url: `/s/${slug}`,
    headers: { host: 'shop.example.org', accept: 'text/html' },
  })
  return { answer, document: new JSDOM(answer.body).window.document }
}

test('a shop page has no blocking style sheet or script and lists the files of the app', async () => {
  const { document } = await pageOf((await openShop(env)).slug)
  expect(document.querySelectorAll('link[rel=stylesheet],link[rel=preload],script[src]')).toHaveLength(0)
  const styles = [...document.querySelectorAll('head style')].map((style) => style.textContent)
  expect(styles[0]).toBe('body{margin:0}')
  expect(styles[1]).toMatch(/^\.price\{color:red\}/)
  // Taro’s page loader loads the whole style sheet, so the inlined part has no data-href
  expect(
    [...document.querySelectorAll('style[data-href]')].map((style) => style.getAttribute('data-href')),
  ).toEqual(['/css/app.0123abcd.css'])
  const files = document.querySelector<HTMLTemplateElement>('template#app-files')?.content
  expect(
    [...(files?.children ?? [])].map((file) => file.getAttribute('src') ?? file.getAttribute('href')),
  ).toEqual(['/js/app.0123abcd.js', '/css/shop.0123abcd.css', '/js/shop.0123abcd.js'])
})

/** Runs the inline scripts of a page in a document whose frames `frame` draws, one at a time. */
async function paintedPage(slug: string) {
  const { answer } = await pageOf(slug)
  const waiting: (() => void)[] = []
  const { window } = new JSDOM(answer.body, {
    url: `http://shop.example.org/s/${slug}`,
    runScripts: 'dangerously',
    beforeParse: (page) =>
      Object.assign(page, {
        fetch: () => new Promise(() => undefined),
        requestAnimationFrame: (draw: () => void) => waiting.push(draw),
        setTimeout: (then: () => void, delay?: number) => (delay ? 0 : void then()),
      }),
  })
  await new Promise((resolve) => window.addEventListener('load', resolve))
  return { document: window.document, frame: () => waiting.shift()?.() }
}

test('the first frame of a shop page shows its early part, the second all, and then its app loads', async () => {
  const { document, frame } = await paintedPage((await openShop(env)).slug)
  const early = () => document.querySelector('.first-paint--early #first-paint')
  const lateStyles = () => document.querySelectorAll('body > style').length
  const appScripts = () => [...document.querySelectorAll('script[src]')].map((script) => script.outerHTML)
  expect(early()).not.toBeNull()
  expect([lateStyles(), appScripts()]).toEqual([1, []])
  frame()
  expect(early()).toBeNull()
  expect([lateStyles(), appScripts()]).toEqual([0, []])
  frame()
  expect(appScripts()).toEqual([expect.stringContaining('src="/js/app.0123abcd.js"')])
  expect(document.querySelectorAll('head > link[rel=preload]')).toHaveLength(2)
  expect(document.getElementById('app-files')).toBeNull()
})

test('a shop page reads its shop for the app while that loads', async () => {
  const { slug } = await openShop(env)
  const { answer } = await pageOf(slug)
  const read = jest.fn(async () => new Response('{"shop":{}}'))
  const page = new JSDOM(answer.body, {
    url: `http://shop.example.org/s/${slug}?from=share`,
    runScripts: 'dangerously',
    pretendToBeVisual: true,
    beforeParse: (window) => Object.assign(window, { fetch: read }),
  })
  await new Promise(setImmediate)
  expect(read.mock.calls).toEqual([[`/api/storefronts/${slug}`, { headers: { accept: ACCEPT } }]])
  expect(page.window.firstRead).toEqual({ slug, data: { shop: {} } })
})

test('the content security policy of a shop page allows its inline scripts by hash only', async () => {
  const { answer, document } = await pageOf((await openShop(env)).slug)
  const policy = String(answer.headers['content-security-policy'])
  const scripts = [...document.querySelectorAll('script:not([src]):not([type])')]
  expect(scripts).toHaveLength(4)
  for (const { textContent } of scripts)
    expect(policy).toContain(`'sha256-${createHash('sha256').update(String(textContent)).digest('base64')}'`)
  expect(/script-src ([^;]*)/.exec(policy)?.[1]).not.toContain('unsafe')
})
