import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { settingsWords } from '@/locales/shop/settings'
import { settingsRowsWords } from '@/locales/shop/settings-rows'
import { offlineExportWords } from '@/locales/storefront/offline-export-page'
import { newId } from '../support/api-client'
import { ownedShops } from './journey/owned-shops'
import { KINDS, type TestEnvironment } from './journey/test-environment'
import { LONG_RUN } from './long-run'
import { type InspectablePhone, SCREENS } from './phone/phone'
import { expect, test } from './test'

const words = settingsWords.takeAlong

const draft = (name: string) => ({
  name,
  unit: '斤',
  photos: [],
  skus: [{ id: newId(), price: 2500, stock: 10 }],
  onSale: true,
})

/** Opens the settings of a new shop as its owner. */
async function openSettings(environment: TestEnvironment, phone: InspectablePhone) {
  await phone.open(environment.homePath)
  // loading the list of shops waits until the app is signed in
  await ownedShops(phone, environment.network.origin)
  const shopId = newId()
  await phone.request('PUT', `/api/shops/${shopId}`, {
    trade: 'nuts',
    products: [{ id: newId(), ...draft('核桃') }],
  })
  await phone.open(phone.kind === 'h5' ? '/merchant' : 'pages/merchant/shop', { shop: shopId })
  await phone.tap(merchantDashboardWords.tabs.shop)
  await phone.tap(settingsRowsWords.titles.key)
  await phone.see(words.title)
  return shopId
}

const shopIn = (zip: Uint8Array) => JSON.parse(strFromU8(unzipSync(zip)['shop.json'] ?? new Uint8Array()))

test('shop export is saved as a zip by a browser', LONG_RUN, async ({ environment, phone }) => {
  const shopId = await openSettings(environment, phone)
  const [download] = await Promise.all([phone.page.waitForEvent('download'), phone.tap(words.save)])
  await phone.see(words.says.saving)
  expect(download.suggestedFilename()).toMatch(/^kaizhang-\w+\.zip$/)
  const zip = await readFile(await download.path())
  expect(shopIn(zip)).toMatchObject({ shop: { id: shopId }, products: [{ name: '核桃' }] })
})

test(
  'exported shop is readable offline without scripts, in full',
  LONG_RUN,
  async ({ environment, phone }) => {
    const shopId = await openSettings(environment, phone)
    const goods = Array.from({ length: 40 }, (_, at) => `样品 ${at + 1} 号`)
    for (const name of goods)
      await phone.request('PUT', `/api/shops/${shopId}/products/${newId()}`, { version: 0, ...draft(name) })
    const { url } = await phone.request<{ url: string }>('POST', `/api/shops/${shopId}/exports`, {
      id: newId(),
    })
    const files = unzipSync(new Uint8Array(await (await fetch(url)).arrayBuffer()))
    const folder = mkdtempSync(path.join(tmpdir(), 'kaizhang-stick-'))
    try {
      for (const [name, bytes] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
        writeFileSync(path.join(folder, name), bytes)
      }
      const context = await environment.browser.newContext({
        javaScriptEnabled: false,
        viewport: SCREENS.small,
      })
      const page = await context.newPage()
      const requests: string[] = []
      page.on('request', (request) => requests.push(request.url()))
      await page.goto(pathToFileURL(path.join(folder, 'index.html')).href)
      await expect(page.getByText(offlineExportWords.note)).toBeVisible()
      for (const name of ['核桃', ...goods])
        await expect(page.getByText(name, { exact: true })).toHaveCount(1)
      await expect(page.getByRole('link', { name: offlineExportWords.open })).toHaveAttribute(
        'href',
        /\/s\/\w+$/,
      )
      await expect(page.getByRole('button')).toHaveCount(0)
      expect(requests.filter((address) => !address.startsWith(pathToFileURL(folder).href))).toEqual([])
      await context.close()
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)

for (const kind of KINDS)
  test.describe(`shop export on ${kind}`, LONG_RUN, () => {
    test.use({ kind })

    test('copies a link that works without a token, and reports offline', async ({ environment, phone }) => {
      const shopId = await openSettings(environment, phone)
      await phone.cutNetwork()
      await phone.tap(words.copy)
      await phone.see('没连上，看看手机有没有网，再试一次。')
      await phone.restoreNetwork()
      await phone.tapTwice(words.copy)
      if (kind === 'weapp') await phone.tap('同意')
      await phone.see(words.says.copied)
      const reply = await fetch(await phone.copied())
      expect(reply.headers.get('content-type')).toBe('application/zip')
      expect(shopIn(new Uint8Array(await reply.arrayBuffer()))).toMatchObject({ shop: { id: shopId } })
    })
  })
