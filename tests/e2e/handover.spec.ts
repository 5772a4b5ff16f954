import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CARD_SHORT_WAIT_MS } from '@/domain/shop/paper-card'
import { failureWords } from '@/locales/failure'
import { giveWords, takeWords } from '@/locales/shop/handover'
import { helpBannerWords, helpLogWords } from '@/locales/shop/help'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { makeCardWords, useCardWords } from '@/locales/shop/paper-card'
import { openedWords, wizardWords } from '@/locales/shop/wizard'
import {
  becomeKeeper,
  makeCard,
  openForSomebody,
  readDigits,
  startHelping,
  tapPictures,
  turnToOwner,
  typeDigits,
} from './journey/handover'
import { ownedShops } from './journey/owned-shops'
import { KINDS, type TestEnvironment } from './journey/test-environment'
import { acceptTerms, chooseTrade, pressOpen, takeProductPhoto } from './journey/wizard'
import { LONG_RUN, longRunUnless } from './long-run'
import { H5Phone } from './phone/h5-phone'
import { type InspectablePhone, SCREENS } from './phone/phone'
import { expect, test } from './test'

const SHOP = '成县核桃小店'

/** Width and height of a sheet in mm, lying. */
const A6 = [148, 105]

/** Width and height of each sheet that a page is printed on, in mm. */
async function printedSheets({ page }: H5Phone): Promise<number[][]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((box) =>
    box.slice(1).map((points) => Math.round((Number(points) / 72) * 25.4)),
  )
}

/** The clock of the server, which tests move by writing the milliseconds into the file. */
const clockFolder = mkdtempSync(path.join(tmpdir(), 'kaizhang-clock-'))
const clockFile = path.join(clockFolder, 'offset')
// a worker runs the tests of both kinds, each group with its own end
process.once('exit', () => rmSync(clockFolder, { recursive: true, force: true }))

// the helper's phone is a browser, the person's phone is of either kind
for (const kind of KINDS)
  test.describe(`hand-over from a browser to ${kind}`, () => {
    test.use({
      kind,
      serverEnv: {
        NODE_OPTIONS: `--require ${path.resolve('tests/support/shift-clock.cjs')}`,
        KZ_CLOCK: clockFile,
      },
    })
    let environment: TestEnvironment
    let helper: H5Phone
    let person: InspectablePhone

    test.beforeEach(async ({ ownEnvironment, browser }) => {
      writeFileSync(clockFile, '0')
      environment = ownEnvironment
      helper = await H5Phone.start(browser, environment.network.origin, SCREENS.phone)
      person = await environment.phone()
      await becomeKeeper(helper, { DATA_DIR: environment.server.dataDir })
    })
    test.afterEach(async () => {
      for (const phone of [helper, person]) expect(await phone.errors()).toEqual([])
      await helper.close()
    })

    const shopsOf = async (phone: InspectablePhone) =>
      (await ownedShops(phone, environment.network.origin)).map(({ name }) => name)

    const statusOf = (shopId: string) =>
      helper.request('GET', `/api/shops/${shopId}`).then(
        () => 200,
        (error: Error) => Number(/: (\d{3}) /.exec(error.message)?.[1]),
      )

    test(
      'passes a shop on by eight digits once and ends the access of the helper',
      longRunUnless(kind === 'h5'),
      async () => {
        await openForSomebody(helper)
        const { shop: shopId = '' } = await helper.params()
        expect(await shopsOf(helper)).toEqual([])
        expect(await statusOf(shopId)).toBe(200)
        const digits = await readDigits(helper)
        await typeDigits(person, digits)
        await person.see(SHOP)
        await person.tap(takeWords.shop.accept)
        await person.see(takeWords.done.text(SHOP))
        await helper.see(giveWords.done.shop.title)
        expect(await statusOf(shopId)).toBe(404)
        expect(await shopsOf(person)).toEqual([SHOP])

        await person.tap(takeWords.done.log)
        await person.see(helpLogWords.action('open-shop', undefined))
        await person.see(helpLogWords.who('沙坝镇', '站长'))

        const other = await environment.phone()
        await typeDigits(other, digits)
        await other.see(failureWords['code-used'])
        expect(await shopsOf(other)).toEqual([])
      },
    )

    test('refuses wrong and expired digits', LONG_RUN, async () => {
      await openForSomebody(helper)
      const digits = await readDigits(helper)
      await typeDigits(person, String((Number(digits) + 1) % 100_000_000).padStart(8, '0'))
      await person.see(failureWords['code-wrong'])
      writeFileSync(clockFile, '600000')
      await typeDigits(person, digits)
      await person.see(failureWords['code-expired'])
      expect(await shopsOf(person)).toEqual([])
    })

    test('continues on the other phone with the draft that the helper began', LONG_RUN, async () => {
      await startHelping(helper)
      await chooseTrade(helper)
      await takeProductPhoto(helper)
      await helper.tap('6', '8', helpBannerWords.pass)
      const digits = await readDigits(helper)
      await typeDigits(person, digits)
      await person.tap(takeWords.draft.accept)
      await person.see(wizardWords.resumed)
      await helper.see(giveWords.done.draft.title)
      await person.tap(wizardWords.next)
      await acceptTerms(person)
      await pressOpen(person)
      await person.see(openedWords.doneShort)
      const [shop] = await ownedShops(person, environment.network.origin)
      expect(shop?.products[0]?.skus[0]?.price).toBe(6800)
      expect(shop?.products[0]?.photos).toHaveLength(1)
      await helper.open('/hand-over')
      await helper.see(giveWords.missingDraft.title)
    })

    test('takes over a shop by its paper card after the waiting time', LONG_RUN, async () => {
      await openForSomebody(helper)
      await helper.tap(giveWords.noPhone)
      await turnToOwner(helper)
      const code = await makeCard(helper)
      expect(await printedSheets(helper)).toEqual([A6])
      await person.open(`/paper-card#${code}`)
      await person.see(useCardWords.shop(SHOP))
      await turnToOwner(person)
      await tapPictures(person, ['fish', 'fish', 'sun', 'key'])
      await person.tap(useCardWords.submit)
      await person.see(useCardWords.wrong(4))
      await tapPictures(person)
      await person.tap(useCardWords.submit)
      await person.see(useCardWords.waiting.title)
      expect(await shopsOf(person)).toEqual([])
      writeFileSync(clockFile, String(CARD_SHORT_WAIT_MS))
      // the phone goes on where it was
      await person.open('/paper-card')
      await person.tap(useCardWords.due.take)
      await person.see(useCardWords.done.text(SHOP))
      expect(await shopsOf(person)).toEqual([SHOP])
      await person.tap(useCardWords.done.card)
      await person.see(makeCardWords.choose)
      await helper.open('/merchant', {
        shop: (await ownedShops(person, environment.network.origin))[0]?.id ?? '',
      })
      await helper.see(merchantDashboardWords.goneTitle)
    })
  })
