import type { Look } from '@/domain/look'
import { cartWords } from '@/locales/zh-CN/cart'
import { decorateWords as words } from '@/locales/zh-CN/decorate'
import { sectionSettingWords } from '@/locales/zh-CN/section-settings'
import { sectionWords } from '@/locales/zh-CN/sections'
import { newId } from '../support/api-person'
import { type OpenPhone, SCREENS, type Screen } from './phone/phone'
import { signIn } from './screens/api'
import { visitShop } from './story/buyer'
import { KINDS, startWorld, type World } from './story/world'

const HEAD = sectionSettingWords['shop-head']
const WAIT = 30_000

interface State {
  draft: Look
  published: Look
  history: { version: number }[]
}

let world: World
let phone: OpenPhone
let shopId: string
let slug: string

async function openShop(screen?: Screen) {
  phone = (await world.phone(screen)) as OpenPhone
  await signIn(phone)
  await phone.open(world.frontDoor)
  shopId = newId()
  const skus = [{ id: newId(), price: 2500, stock: 9 }]
  const products = [{ id: newId(), name: '核桃', unit: '斤', photos: [], onSale: true, skus }]
  const opening = { trade: 'nuts', template: 'plain', products }
  slug = (await phone.ask<{ slug: string }>('PUT', `/api/shops/${shopId}`, opening)).slug
}
const decorate = async () => {
  await phone.open('/decorate', { shop: shopId })
  await phone.see(words.tools.template)
}
const stateOf = () => phone.ask<State>('GET', `/api/shops/${shopId}/look`)
const kindsOf = ({ sections }: Look) => sections.map(({ kind }) => kind)

/** Moves the head down and waits until the server has it. */
async function moveHead() {
  await phone.tap(words.down(HEAD.title))
  for (;;) {
    const { draft } = await stateOf()
    if (kindsOf(draft).indexOf('shop-head') === 1) break
    await phone.page.waitForTimeout(100)
  }
  await phone.see(words.saving.saved)
}
async function leave() {
  const errors = await phone.errors()
  await phone.close()
  expect(errors).toEqual([])
}

describe.each(KINDS)('troubles while decorating, on %s', (kind) => {
  beforeAll(async () => {
    world = await startWorld(kind)
  })
  afterAll(() => world?.close())
  beforeEach(() => openShop())
  afterEach(leave)

  test('without a network it opens as this phone knows it; publishing waits for one', async () => {
    await decorate()
    await phone.see(words.asShown)
    await phone.loseServer()
    await phone.restart()
    await phone.see(words.kept)
    await phone.tap(words.down(HEAD.title))
    await phone.see('先存在手机上')
    await phone.tap(words.publish)
    await phone.see(words.needsNetwork)
    expect((await stateOf()).draft.version).toBe(0)
    await phone.findServer()
    await phone.seeNo(words.kept)
    await phone.see(words.saving.saved)
    await phone.seeNo(words.needsNetwork)
    expect(kindsOf((await stateOf()).draft).indexOf('shop-head')).toBe(1)
    await phone.tap(words.publish)
    await phone.see(words.asShown)
  })

  test('a server killed once it had published: the phone finds out', async () => {
    await decorate()
    await moveHead()
    world.network.loseReply('POST', /look\/publish/)
    await phone.tap(words.publish)
    while (!world.network.passed.some(({ path }) => path.includes(`${shopId}/look/publish`)))
      await phone.page.waitForTimeout(20)
    await world.server.stop('SIGKILL')
    await world.server.restart()
    await phone.see(words.asShown, WAIT)
    await phone.seeNo(words.unanswered)
    expect((await stateOf()).history).toHaveLength(2)
  })

  test('a server killed before it had published: that is said, and once more publishes once', async () => {
    await decorate()
    await moveHead()
    // it takes the request and comes to nothing
    process.kill(world.server.pid, 'SIGSTOP')
    await phone.tap(words.publish)
    await phone.see(words.publishing)
    await world.server.stop('SIGKILL')
    await phone.see(words.unanswered)
    await world.server.restart()
    await phone.see(words.notPublished, WAIT)
    expect((await stateOf()).history).toHaveLength(1)
    await phone.tap(words.publish)
    await phone.see(words.asShown)
    expect((await stateOf()).history).toHaveLength(2)
  })
})

describe('in a browser', () => {
  beforeAll(async () => {
    world = await startWorld('h5')
  })
  afterAll(() => world?.close())
  beforeEach(() => openShop(SCREENS.tablet))
  afterEach(leave)

  const back = () => phone.page.goBack({ waitUntil: 'commit' })
  const dialogs = (count: number) =>
    phone.page.waitForFunction(
      (wanted) => document.querySelectorAll('[role="dialog"]').length === wanted,
      count,
    )

  test('back closes the sheet that is open, from one to the next, and then leaves the page', async () => {
    await decorate()
    await phone.tap(words.tools.colour)
    await dialogs(1)
    await back()
    await dialogs(0)
    await phone.tap(words.tools.add)
    await phone.tap(sectionSettingWords['text-block'].title)
    await phone.see(words.remove)
    await back()
    await dialogs(0)
    await phone.see(words.tools.template)
    await phone.tap(words.tools.history)
    await dialogs(1)
    await phone.page.keyboard.press('Escape')
    await dialogs(0)
    // what was closed otherwise leaves nothing to go back through
    await phone.page.waitForFunction(() => !(history.state as { sheet?: number } | null)?.sheet)
    await back()
    await phone.page.waitForURL((url) => !url.pathname.includes('decorate'))
  })

  test('a shop that was opened from a link stays open when back closes its cart', async () => {
    await visitShop(phone, slug)
    await phone.tap(sectionWords.goods.add('核桃', 0))
    await phone.tap(cartWords.count(1))
    await dialogs(1)
    await back()
    await dialogs(0)
    await phone.see('核桃')
    await phone.tap(cartWords.count(1))
    await dialogs(1)
    await phone.page.getByRole('dialog').getByRole('button', { name: cartWords.order }).tap()
    await phone.page.waitForURL((url) => url.pathname.includes('checkout'))
    await back()
    await phone.page.waitForURL((url) => url.pathname.includes(slug))
    await phone.see('核桃')
  })

  test('a mouse that drags over the shop, or out of a sheet, does no harm', async () => {
    await decorate()
    const { page } = phone
    const before = await stateOf()
    const middle = async (selector: string) => {
      const box = await page.locator(selector).filter({ visible: true }).first().boundingBox()
      if (!box) throw new Error(`${selector} is not there`)
      return [box.x + box.width / 2, box.y + Math.min(box.height / 2, 60)] as const
    }
    const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
      await page.mouse.move(...from)
      await page.mouse.down()
      await page.mouse.move(...to, { steps: 8 })
      await page.mouse.up()
    }
    await drag(await middle('.framed__shop'), await middle('.framed:nth-of-type(2) .framed__bar'))
    await drag(await middle('.framed__arrow:not(.framed__arrow--off)'), await middle('.tools'))
    await drag(await middle('.tools__one'), await middle('.framed__shop'))
    expect(await page.locator('[role="dialog"]').count()).toBe(0)
    await phone.see(words.asShown)

    await phone.tap(words.change(HEAD.title))
    await dialogs(1)
    await drag(await middle('.sheet__title'), [10, 300])
    await dialogs(1)
    await phone.tap(words.done)
    await dialogs(0)
    expect(await stateOf()).toEqual(before)
    await phone.see(words.asShown)
  })
})
