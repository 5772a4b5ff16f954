import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { makeId } from '@/domain/id'
import { deskWords } from '@/words/zh/desk'
import { settingsWords } from '@/words/zh/settings'
import type { OpenPhone } from './phone/phone'
import { KINDS, startWorld, type World } from './story/world'

const words = settingsWords.takeAlong
const newId = () => makeId(Date.now(), crypto.getRandomValues(new Uint8Array(16)))

let world: World
let phone: OpenPhone
afterEach(async () => {
  await phone?.close()
  await world?.close()
})

/** An owner before the settings of a shop that was just opened. */
async function beforeSettings(kind: (typeof KINDS)[number]) {
  world = await startWorld(kind)
  phone = (await world.phone()) as OpenPhone
  await phone.open(world.frontDoor)
  await phone.see('开个小店')
  const shopId = newId()
  const sku = { id: newId(), price: 2500, stock: 10 }
  const product = { id: newId(), name: '核桃', unit: '斤', photos: [], skus: [sku], onSale: true }
  await phone.ask('PUT', `/api/shops/${shopId}`, { trade: 'nuts', products: [product] })
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
