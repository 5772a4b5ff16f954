import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { oldWords } from '@/locales/zh-CN/cached-shop'
import { failureWords } from '@/locales/zh-CN/failure'
import { productWords } from '@/locales/zh-CN/storefront'
import { launchBrowser } from '../../support/chromium'
import { startLosingProxy } from '../../support/losing-proxy'
import { type ServerProcess, startServer } from '../../support/server-process'
import { H5Phone } from '../phone/h5-phone'
import { SCREENS } from '../phone/phone'
import { tellStory } from '../story/tell'
import { LAN_HOST } from '../story/world'
import { cachesOf, shopKept, siteKept, until } from './kept'
import { GOOD, openVillageShop, PRICE, SHOP_PHONE } from './village-shop'

/** Whatever time it is: midnight may pass meanwhile. */
const AGO = '没有网络，这是'
const SERVER_DOWN = '店里的机器没应声，这是'

let folder: string
let env: Record<string, string>
let server: ServerProcess
let browser: Browser
let slug: string

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kz-build-'))
  cpSync('dist/h5', folder, { recursive: true })
  env = { RATE_LIMIT: 'off', H5_DIR: folder }
  server = await startServer(env)
  browser = await launchBrowser([`--host-resolver-rules=MAP ${LAN_HOST} 127.0.0.1`])
  slug = (await openVillageShop(server.origin)).slug
})
afterEach(async () => {
  await browser?.close()
  await server?.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const arrive = (origin = server.origin) => H5Phone.start(browser, origin, SCREENS.phone)

async function visited(): Promise<H5Phone> {
  const phone = await arrive()
  await phone.open(`/s/${slug}`)
  await shopKept(phone, slug)
  return phone
}

/** Another build: its first script has another name. */
function buildAnew(hash: string) {
  const scripts = path.join(folder, 'js')
  const [app = ''] = readdirSync(scripts).filter((name) => /^app\.\w+\.js$/.test(name))
  const name = `app.${hash}.js`
  for (const ending of ['', '.br', '.gz'])
    renameSync(path.join(scripts, app + ending), path.join(scripts, name + ending))
  for (const file of ['index.html', 'page-files.json']) {
    const at = path.join(folder, file)
    writeFileSync(at, readFileSync(at, 'utf8').replaceAll(app, name))
  }
}

const siteNames = async (page: Page) =>
  Object.keys(await cachesOf(page)).filter((name) => name.startsWith('kz-site-'))

test('with the server killed the shop opens in a new tab, with its photos', async () => {
  const phone = await visited()
  await until(phone.page, async () => (await (await caches.open('kz-photos')).keys()).length >= 2)
  await server.stop('SIGKILL')
  await phone.launch(`${server.origin}/s/${slug}`)
  await phone.see(SERVER_DOWN)
  await phone.see(PRICE)
  await phone.page.waitForFunction(
    () => [...document.images].filter(({ naturalWidth }) => naturalWidth > 0).length >= 2,
  )
  await phone.open('/s/neverseen')
  await phone.see(failureWords.unavailable)
  expect(await phone.errors()).toEqual([])
})

test('by plain http there is no worker, and the page that is open still has its shop', async () => {
  const phone = await arrive(`http://${LAN_HOST}:${server.port}`)
  await phone.open(`/s/${slug}`)
  await phone.page.waitForFunction((name) => localStorage.getItem(name) !== null, `kept-shop-${slug}`)
  expect(await phone.page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toEqual([
    false,
    false,
  ])
  await phone.tap(GOOD)
  await phone.see(productWords.call)
  await phone.page.goBack()
  // the page before slides in, and reads its shop again
  await phone.seeNo(productWords.call)
  await phone.page.waitForLoadState('networkidle')
  await phone.cutNetwork()
  await phone.tap(GOOD)
  await phone.see(AGO)
  await phone.see(oldWords.call(SHOP_PHONE))
  await phone.restoreNetwork()
  await phone.seeNo(AGO)
  expect(await phone.errors()).toEqual([])
})

test('a new build is there with the next page, and without a network from then on', async () => {
  const phone = await visited()
  const seen = await siteNames(phone.page)
  for (const hash of ['0000000a', '0000000b']) {
    await server.stop()
    buildAnew(hash)
    await server.restart()
    await phone.open(`/s/${slug}`)
    const scripts = await phone.page.evaluate(() => [...document.scripts].map(({ src }) => src))
    expect(scripts.join()).toContain(`app.${hash}.js`)
    await until(
      phone.page,
      async (before) => {
        const { installing, waiting, active } = await navigator.serviceWorker.ready
        const sites = (await caches.keys()).filter((name) => name.startsWith('kz-site-'))
        const fresh = sites.some((name) => !before.includes(name))
        return fresh && !installing && !waiting && active?.state === 'activated'
      },
      seen.join(),
    )
    seen.push(...(await siteNames(phone.page)).filter((name) => !seen.includes(name)))
  }
  // the first of the three builds is gone
  expect(seen).toHaveLength(3)
  expect(await siteNames(phone.page)).toEqual(seen.slice(1))
  await server.stop('SIGKILL')
  await phone.restart()
  await phone.see(SERVER_DOWN)
  const scripts = await phone.page.evaluate(() => [...document.scripts].map(({ src }) => src))
  expect(scripts.join()).toContain('app.0000000b.js')
})

test('a worker is switched off by the server, and takes along all it kept', async () => {
  const phone = await visited()
  await server.stop()
  env.OFFLINE_PAGES = 'off'
  await server.restart()
  await phone.open(`/s/${slug}`)
  await until(phone.page, async () => {
    const registrations = await navigator.serviceWorker.getRegistrations()
    return registrations.length === 0 && (await caches.keys()).length === 0
  })
  await phone.restart()
  await phone.see(PRICE)
  expect(await phone.errors()).toEqual([])
})

test('a script that breaks off on its way is not kept; the next visit keeps it whole', async () => {
  const network = await startLosingProxy(server.origin)
  const phone = await arrive(network.origin)
  // what only the worker asks for: the shop's page has no need of it
  const { pages } = JSON.parse(readFileSync(path.join(folder, 'page-files.json'), 'utf8')) as {
    pages: Record<string, string[]>
  }
  const only =
    pages['/checkout']?.find((file) => file.endsWith('.js') && !pages['/s/:slug']?.includes(file)) ?? ''
  network.loseReply('GET', new RegExp(only))
  await phone.open(`/s/${slug}`)
  while (!network.passed.some(({ path: at }) => at === `/${only}`)) await phone.page.waitForTimeout(50)
  await until(phone.page, async () => {
    const registrations = await navigator.serviceWorker.getRegistrations()
    return (
      registrations.every(({ installing, active }) => !installing && !active) &&
      (await caches.keys()).length === 0
    )
  })
  await phone.restart()
  await siteKept(phone.page)
  expect(Object.keys((await cachesOf(phone.page))[(await siteNames(phone.page))[0] ?? ''] ?? {})).toContain(
    `/${only}`,
  )
  await network.close()
})

test('after a whole story nothing of anybody is kept beside the site', async () => {
  const seller = await arrive()
  const buyer = await arrive()
  await tellStory({ seller, buyer, frontDoor: '/' })
  for (const phone of [seller, buyer]) {
    await siteKept(phone.page)
    await phone.restart()
    const kept = await cachesOf(phone.page)
    const paths = Object.values(kept).flatMap(Object.keys)
    expect(paths.filter((at) => !/^\/(index\.html|(js|css)\/[\w.-]+|photos\/[\w.-]+)$/.test(at))).toEqual([])
    const cookies = await phone.page.context().cookies()
    const ids = Object.values(await phone.params()).filter((value) => /^[0-9A-Z]{26}$/.test(value))
    expect(ids.length).toBeGreaterThan(0)
    const secrets = ['收货人甲', '19900000001', '下街18号', ...ids, ...cookies.map(({ value }) => value)]
    const everything = JSON.stringify(kept)
    expect(secrets.filter((secret) => everything.includes(secret))).toEqual([])
  }
})
