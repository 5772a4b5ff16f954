import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { createId } from '@/domain/id'
import { merchantDashboardWords } from '@/locales/merchant-dashboard'
import { offlineExportWords } from '@/locales/offline-export-page'
import { settingsWords } from '@/locales/settings'
import { ownedShops } from './journey/owned-shops'
import { KINDS, startTestEnvironment, type TestEnvironment } from './journey/test-environment'
import { type InspectablePhone, SCREENS } from './phone/phone'

const words = settingsWords.takeAlong
const newId = () => createId(Date.now(), crypto.getRandomValues(new Uint8Array(16)))

let world: TestEnvironment
let phone: InspectablePhone
afterEach(async () => {
  await phone?.close()
  await world?.close()
})

const draft = (name: string) => ({
  name,
  unit: '斤',
  photos: [],
  skus: [{ id: newId(), price: 2500, stock: 10 }],
  onSale: true,
})

/** Opens the settings of a new shop as its owner. */
async function openSettings(kind: (typeof KINDS)[number]) {
  world = await startTestEnvironment(kind)
  phone = (await world.phone()) as InspectablePhone
  await phone.open(world.frontDoor)
  // loading the list of shops waits until the app is signed in
  await ownedShops(phone, world.network.origin)
  const shopId = newId()
  await phone.request('PUT', `/api/shops/${shopId}`, {
    trade: 'nuts',
    products: [{ id: newId(), ...draft('核桃') }],
  })
  await phone.open(kind === 'h5' ? '/merchant' : 'pages/merchant/shop', { shop: shopId })
  await phone.tap(merchantDashboardWords.tabs.shop)
  await phone.see(words.title)
  return shopId
}

const shopIn = (zip: Uint8Array) => JSON.parse(strFromU8(unzipSync(zip)['shop.json'] ?? new Uint8Array()))

test('shop export is saved as a zip by a browser', async () => {
  const shopId = await openSettings('h5')
  const [download] = await Promise.all([phone.page.waitForEvent('download'), phone.tap(words.save)])
  await phone.see(words.says.saving)
  expect(download.suggestedFilename()).toMatch(/^kaizhang-\w+\.zip$/)
  const zip = await readFile(await download.path())
  expect(shopIn(zip)).toMatchObject({ shop: { id: shopId }, products: [{ name: '核桃' }] })
})

test('exported shop is readable offline without scripts, in full', async () => {
  const shopId = await openSettings('h5')
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
    const context = await world.browser.newContext({ javaScriptEnabled: false, viewport: SCREENS.small })
    const page = await context.newPage()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(pathToFileURL(path.join(folder, 'index.html')).href)
    await page.getByText(offlineExportWords.note).waitFor()
    for (const name of ['核桃', ...goods]) expect(await page.getByText(name, { exact: true }).count()).toBe(1)
    expect(await page.getByRole('link', { name: offlineExportWords.open }).getAttribute('href')).toMatch(
      /\/s\/\w+$/,
    )
    expect(await page.getByRole('button').count()).toBe(0)
    expect(requests.filter((address) => !address.startsWith(pathToFileURL(folder).href))).toEqual([])
    await context.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test.each(KINDS)(
  'shop export on %s copies a link that works without a token, and reports offline',
  async (kind) => {
    const shopId = await openSettings(kind)
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
  },
)
