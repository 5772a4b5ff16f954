import type { Look } from '@/domain/look/look'
import { decorateWords as words } from '@/locales/look/decorate'
import { cartWords } from '@/locales/order/cart'
import { goodsWords } from '@/locales/product/goods'
import { sectionSettingWords } from '@/templates/generated/section-setting-words'
import { visitShop } from './journey/buyer'
import { KINDS, type TestEnvironment } from './journey/test-environment'
import { LONG_RUN } from './long-run'
import { type InspectablePhone, SCREENS, type Screen } from './phone/phone'
import { openNutShop, signIn } from './screens/api'
import { expect, test } from './test'

const HEAD = sectionSettingWords['shop-head']
const WAIT_MS = 30_000

interface State {
  draft: Look
  published: Look
  history: { version: number }[]
}

let environment: TestEnvironment
let phone: InspectablePhone
let shopId: string
let slug: string

async function openShop(given: TestEnvironment, screen: Screen = SCREENS.phone) {
  environment = given
  phone = await environment.phone(screen)
  await signIn(phone)
  await phone.open(environment.homePath)
  ;({ shopId, slug } = await openNutShop(phone))
}
const decorate = async () => {
  await phone.open('/decorate', { shop: shopId })
  await phone.see(words.tools.template)
}
const stateOf = () => phone.request<State>('GET', `/api/shops/${shopId}/look`)
const kindsOf = ({ sections }: Look) => sections.map(({ kind }) => kind)

/** Moves the shop head down and waits until the server has saved it. */
async function moveHead() {
  await phone.tap(words.down(HEAD.title))
  await expect.poll(async () => kindsOf((await stateOf()).draft).indexOf('shop-head')).toBe(1)
  await phone.see(words.saving.saved)
}
const expectNoErrors = async () => expect(await phone.errors()).toEqual([])

for (const kind of KINDS)
  test.describe(`decorating on ${kind}`, () => {
    test.use({ kind })

    test.beforeEach(({ ownEnvironment }) => openShop(ownEnvironment))
    test.afterEach(expectNoErrors)

    test('opens from the cache offline and publishes once online', LONG_RUN, async () => {
      await decorate()
      await phone.see(words.asShown)
      await phone.blockApi()
      await phone.restart()
      await phone.see(words.cachedOffline)
      await phone.tap(words.down(HEAD.title))
      await phone.see('先存在手机上')
      await phone.tap(words.publish)
      await phone.see(words.needsNetwork)
      expect((await stateOf()).draft.version).toBe(0)
      await phone.unblockApi()
      await phone.seeNo(words.cachedOffline)
      await phone.see(words.saving.saved)
      await phone.seeNo(words.needsNetwork)
      expect(kindsOf((await stateOf()).draft).indexOf('shop-head')).toBe(1)
      await phone.tap(words.publish)
      await phone.see(words.asShown)
    })

    test('detects that publishing succeeded when the server was killed afterwards', LONG_RUN, async () => {
      await decorate()
      await moveHead()
      environment.network.loseReply('POST', /look\/publish/)
      await phone.tap(words.publish)
      const paths = () => environment.network.forwarded.map(({ path }) => path).join()
      await expect.poll(paths).toContain(`${shopId}/look/publish`)
      await environment.server.stop('SIGKILL')
      await environment.server.restart()
      await phone.see(words.asShown, WAIT_MS)
      await phone.seeNo(words.unanswered)
      expect((await stateOf()).history).toHaveLength(2)
    })

    test(
      'reports a failed publish when the server was killed before, and publishes once on retry',
      LONG_RUN,
      async () => {
        await decorate()
        await moveHead()
        // the server accepts the request but does not execute it
        process.kill(environment.server.pid, 'SIGSTOP')
        await phone.tap(words.publish)
        await phone.see(words.publishing)
        await environment.server.stop('SIGKILL')
        await phone.see(words.unanswered)
        await environment.server.restart()
        await phone.see(words.notPublished, WAIT_MS)
        expect((await stateOf()).history).toHaveLength(1)
        await phone.tap(words.publish)
        await phone.see(words.asShown)
        expect((await stateOf()).history).toHaveLength(2)
      },
    )
  })

test.describe('decorating in a browser', () => {
  test.beforeEach(({ environment: shared }) => openShop(shared, SCREENS.tablet))
  test.afterEach(expectNoErrors)

  const back = () => phone.page.goBack({ waitUntil: 'commit' })
  const dialogs = (count: number) => expect(phone.page.locator('[role="dialog"]')).toHaveCount(count)

  test('closes one sheet per back before leaving the page', LONG_RUN, async () => {
    await decorate()
    await phone.tap(words.tools.color)
    await dialogs(1)
    await back()
    await dialogs(0)
    await phone.tap(words.tools.add, sectionSettingWords['text-block'].title)
    await phone.see(words.remove)
    await back()
    await dialogs(0)
    await phone.see(words.tools.template)
    await phone.tap(words.tools.history)
    await dialogs(1)
    await phone.page.keyboard.press('Escape')
    await dialogs(0)
    // a sheet closed otherwise leaves no history entry
    await phone.page.waitForFunction(() => !(history.state as { sheet?: number } | null)?.sheet)
    await back()
    await phone.page.waitForURL((url) => !url.pathname.includes('decorate'))
  })

  test('keeps a linked shop open when back closes its cart', LONG_RUN, async () => {
    await visitShop(phone, slug)
    await phone.tap(goodsWords.add('核桃'), cartWords.count(1))
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

  test('ignores mouse drags over the shop and out of a sheet', LONG_RUN, async () => {
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
    await dialogs(0)
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
