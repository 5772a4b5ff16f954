import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { failureWords } from '@/locales/failure'
import { cachedShopWords } from '@/locales/storefront/cached-shop'
import { productPageWords } from '@/locales/storefront/storefront'
import { LAN_HOST } from '../../support/lan-host'
import { startLossyProxy } from '../../support/lossy-proxy'
import { type ServerProcess, startServer } from '../../support/server-process'
import { runDeliveryJourney } from '../journey/user-journey'
import { LONG_RUN } from '../long-run'
import { H5Phone } from '../phone/h5-phone'
import { SCREENS } from '../phone/phone'
import { expect, test } from '../test'
import { cacheContents, waitForShopCache, waitForSiteCache, waitUntil } from './cached-state'
import { GOOD, openVillageShop, PRICE, SHOP_PHONE } from './village-shop'

/** The notice without its time, which may cross midnight. */
const OFFLINE_NOTICE = '没有网络，这是'
const SERVER_DOWN_NOTICE = '店里的机器没应声，这是'

let folder: string
let env: Record<string, string>
let server: ServerProcess
let browser: Browser
let slug: string
let phones: H5Phone[]

test.beforeEach(async ({ browser: given }) => {
  folder = mkdtempSync(path.join(tmpdir(), 'kz-build-'))
  cpSync('dist/h5', folder, { recursive: true })
  env = { RATE_LIMIT: 'off', H5_DIR: folder }
  server = await startServer(env)
  browser = given
  phones = []
  slug = (await openVillageShop(server.origin)).slug
})
test.afterEach(async () => {
  for (const phone of phones) await phone.close()
  await server?.dispose()
  rmSync(folder, { recursive: true, force: true })
})

async function newPhone(origin = server.origin): Promise<H5Phone> {
  const phone = await H5Phone.start(browser, origin, SCREENS.phone)
  phones.push(phone)
  return phone
}

async function visitedPhone(): Promise<H5Phone> {
  const phone = await newPhone()
  await phone.open(`/s/${slug}`)
  await waitForShopCache(phone, slug)
  return phone
}

/** Simulates a new build by renaming the app chunk. */
function simulateNewBuild(hash: string) {
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
  Object.keys(await cacheContents(page)).filter((name) => name.startsWith('kz-site-'))

test.describe('service worker', () => {
  test('opens a shop with its photos in a new tab while the server is down', LONG_RUN, async () => {
    const phone = await visitedPhone()
    await waitUntil(phone.page, async () => (await (await caches.open('kz-photos')).keys()).length >= 2)
    await server.stop('SIGKILL')
    await phone.launch(`${server.origin}/s/${slug}`)
    await phone.see(SERVER_DOWN_NOTICE)
    await phone.see(PRICE)
    await phone.page.waitForFunction(
      () => [...document.images].filter(({ naturalWidth }) => naturalWidth > 0).length >= 2,
    )
    await phone.open('/s/neverseen')
    await phone.see(failureWords.unavailable)
    expect(await phone.errors()).toEqual([])
  })

  test('is absent over plain http, where an open page still has its shop', LONG_RUN, async () => {
    const phone = await newPhone(`http://${LAN_HOST}:${server.port}`)
    await phone.open(`/s/${slug}`)
    await phone.page.waitForFunction((name) => localStorage.getItem(name) !== null, `kept-shop-${slug}`)
    expect(await phone.page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toEqual([
      false,
      false,
    ])
    await phone.tap(GOOD)
    await phone.see(productPageWords.call)
    await phone.page.goBack()
    // the previous page slides in and reloads its shop
    await phone.seeNo(productPageWords.call)
    await phone.page.waitForLoadState('networkidle')
    await phone.cutNetwork()
    await phone.tap(GOOD)
    await phone.see(OFFLINE_NOTICE)
    await phone.see(cachedShopWords.call(SHOP_PHONE))
    await phone.restoreNetwork()
    await phone.seeNo(OFFLINE_NOTICE)
    expect(await phone.errors()).toEqual([])
  })

  test('updates to a new build on the next page and keeps it for offline use', LONG_RUN, async () => {
    const phone = await visitedPhone()
    const siteCaches = await siteNames(phone.page)
    for (const hash of ['0000000a', '0000000b']) {
      await server.stop()
      simulateNewBuild(hash)
      await server.restart()
      await phone.open(`/s/${slug}`)
      const scripts = await phone.page.evaluate(() => [...document.scripts].map(({ src }) => src))
      expect(scripts.join()).toContain(`app.${hash}.js`)
      await waitUntil(
        phone.page,
        async (before) => {
          const { installing, waiting, active } = await navigator.serviceWorker.ready
          const sites = (await caches.keys()).filter((name) => name.startsWith('kz-site-'))
          const fresh = sites.some((name) => !before.includes(name))
          return fresh && !installing && !waiting && active?.state === 'activated'
        },
        siteCaches.join(),
      )
      siteCaches.push(...(await siteNames(phone.page)).filter((name) => !siteCaches.includes(name)))
    }
    // the cache of the first build is removed
    expect(siteCaches).toHaveLength(3)
    expect(await siteNames(phone.page)).toEqual(siteCaches.slice(1))
    await server.stop('SIGKILL')
    await phone.restart()
    await phone.see(SERVER_DOWN_NOTICE)
    const scripts = await phone.page.evaluate(() => [...document.scripts].map(({ src }) => src))
    expect(scripts.join()).toContain('app.0000000b.js')
  })

  test('is removed with its caches when the server disables it', LONG_RUN, async () => {
    const phone = await visitedPhone()
    await server.stop()
    env.OFFLINE_PAGES = 'off'
    await server.restart()
    await phone.open(`/s/${slug}`)
    await waitUntil(phone.page, async () => {
      const registrations = await navigator.serviceWorker.getRegistrations()
      return registrations.length === 0 && (await caches.keys()).length === 0
    })
    await phone.restart()
    await phone.see(PRICE)
    expect(await phone.errors()).toEqual([])
  })

  test('does not cache a truncated chunk and caches it on the next visit', LONG_RUN, async () => {
    const network = await startLossyProxy(server.origin)
    const phone = await newPhone(network.origin)
    // a chunk that only the service worker requests
    const { pages } = JSON.parse(readFileSync(path.join(folder, 'page-files.json'), 'utf8')) as {
      pages: Record<string, string[]>
    }
    const chunk =
      pages['/checkout']?.find((file) => file.endsWith('.js') && !pages['/s/:slug']?.includes(file)) ?? ''
    network.loseReply('GET', new RegExp(chunk))
    await phone.open(`/s/${slug}`)
    await expect.poll(() => network.forwarded.map(({ path: at }) => at)).toContain(`/${chunk}`)
    await waitUntil(phone.page, async () => {
      const registrations = await navigator.serviceWorker.getRegistrations()
      return (
        registrations.every(({ installing, active }) => !installing && !active) &&
        (await caches.keys()).length === 0
      )
    })
    await phone.restart()
    await waitForSiteCache(phone.page)
    expect(
      Object.keys((await cacheContents(phone.page))[(await siteNames(phone.page))[0] ?? ''] ?? {}),
    ).toContain(`/${chunk}`)
    await network.close()
  })

  test('caches no personal data during a delivery journey', LONG_RUN, async () => {
    const seller = await newPhone()
    const buyer = await newPhone()
    await runDeliveryJourney({ seller, buyer, homePath: '/' })
    for (const phone of [seller, buyer]) {
      await waitForSiteCache(phone.page)
      await phone.restart()
      const cached = await cacheContents(phone.page)
      const paths = Object.values(cached).flatMap(Object.keys)
      expect(paths.filter((at) => !/^\/(index\.html|(js|css)\/[\w.-]+|photos\/[\w.-]+)$/.test(at))).toEqual(
        [],
      )
      const cookies = await phone.page.context().cookies()
      const ids = Object.values(await phone.params()).filter((value) => /^[0-9A-Z]{26}$/.test(value))
      expect(ids.length).toBeGreaterThan(0)
      const secrets = ['收货人甲', '19900000001', '下街18号', ...ids, ...cookies.map(({ value }) => value)]
      const everything = JSON.stringify(cached)
      expect(secrets.filter((secret) => everything.includes(secret))).toEqual([])
      expect(await phone.errors()).toEqual([])
    }
  })
})
