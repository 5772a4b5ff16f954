import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { makeId } from '@/domain/id'
import { deskWords } from '@/locales/zh-CN/merchant-dashboard'
import { takenWords } from '@/locales/zh-CN/offline-export-page'
import { settingsWords } from '@/locales/zh-CN/settings'
import { type OpenPhone, SCREENS } from './phone/phone'
import { ownedShops } from './story/owned'
import { KINDS, startWorld, type World } from './story/world'

const words = settingsWords.takeAlong
const newId = () => makeId(Date.now(), crypto.getRandomValues(new Uint8Array(16)))

let world: World
let phone: OpenPhone
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

/** An owner before the settings of a shop that was just opened. */
async function beforeSettings(kind: (typeof KINDS)[number]) {
  world = await startWorld(kind)
  phone = (await world.phone()) as OpenPhone
  await phone.open(world.frontDoor)
  // whoever has a list of shops is signed in
  await ownedShops(phone, world.network.origin)
  const shopId = newId()
  await phone.ask('PUT', `/api/shops/${shopId}`, {
    trade: 'nuts',
    products: [{ id: newId(), ...draft('核桃') }],
  })
  await phone.open(kind === 'h5' ? '/merchant' : 'pages/merchant/shop', { shop: shopId })
  await phone.tap(deskWords.tabs.shop)
  await phone.see(words.title)
  return shopId
}

const shopIn = (zip: Uint8Array) => JSON.parse(strFromU8(unzipSync(zip)['shop.json'] ?? new Uint8Array()))

test('a browser saves the shop as a zip', async () => {
  const shopId = await beforeSettings('h5')
  const [download] = await Promise.all([phone.page.waitForEvent('download'), phone.tap(words.save)])
  await phone.see(words.says.saving)
  expect(download.suggestedFilename()).toMatch(/^kaizhang-\w+\.zip$/)
  const zip = await readFile(await download.path())
  expect(shopIn(zip)).toMatchObject({ shop: { id: shopId }, products: [{ name: '核桃' }] })
})

test('from a stick the shop is read without a script, a server or a network, all of it', async () => {
  const shopId = await beforeSettings('h5')
  const goods = Array.from({ length: 40 }, (_, at) => `样品 ${at + 1} 号`)
  for (const name of goods)
    await phone.ask('PUT', `/api/shops/${shopId}/products/${newId()}`, { version: 0, ...draft(name) })
  const { url } = await phone.ask<{ url: string }>('POST', `/api/shops/${shopId}/exports`, { id: newId() })
  const files = unzipSync(new Uint8Array(await (await fetch(url)).arrayBuffer()))
  const stick = mkdtempSync(path.join(tmpdir(), 'kaizhang-stick-'))
  try {
    for (const [name, bytes] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(stick, name)), { recursive: true })
      writeFileSync(path.join(stick, name), bytes)
    }
    const context = await world.browser.newContext({ javaScriptEnabled: false, viewport: SCREENS.small })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(pathToFileURL(path.join(stick, 'index.html')).href)
    await page.getByText(takenWords.note).waitFor()
    for (const name of ['核桃', ...goods]) expect(await page.getByText(name, { exact: true }).count()).toBe(1)
    expect(await page.getByRole('link', { name: takenWords.open }).getAttribute('href')).toMatch(/\/s\/\w+$/)
    expect(await page.getByRole('button').count()).toBe(0)
    expect(asked.filter((address) => !address.startsWith(pathToFileURL(stick).href))).toEqual([])
    await context.close()
  } finally {
    rmSync(stick, { recursive: true, force: true })
  }
})

test.each(KINDS)(
  'on %s a link is copied that opens without anybody’s token; without a network that is said',
  async (kind) => {
    const shopId = await beforeSettings(kind)
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
