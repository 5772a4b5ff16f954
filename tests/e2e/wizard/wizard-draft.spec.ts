import { groupPhone } from '@/domain/receiver/receiver'
import { templateCatalogue } from '@/locales/look/template-catalogue'
import { templateWords } from '@/locales/look/templates'
import { fulfilmentWords } from '@/locales/order/fulfilment'
import { photoAdviceWords } from '@/locales/product/photo-advice'
import { homeWords } from '@/locales/shop/home'
import {
  lookQuestionWords,
  productQuestionWords as product,
  termsQuestionWords as terms,
  tradeQuestionWords,
  unitWords,
  wizardWords,
} from '@/locales/shop/wizard'
import { allTemplates } from '@/templates/all-templates'
import { sortForTrade } from '@/templates/known-template'
import { questionBack } from '../journey/navigation'
import { ownedShops } from '../journey/owned-shops'
import { takeDarkPhoto } from '../journey/sample-photo'
import { KINDS, type TestEnvironment } from '../journey/test-environment'
import { chooseTrade, pressOpen, seeOpened, startWizard, takeProductPhoto } from '../journey/wizard'
import { LONG_RUN } from '../long-run'
import { H5Phone } from '../phone/h5-phone'
import type { Phone } from '../phone/phone'
import { expect, test } from '../test'

const PLACE = '村口小卖部'
const PHONE = '19900000002'
const FREIGHT = `${terms.freight('5', '99')}，${terms.courierFreight('12', null)}`
/** The template offered after the trade's own. */
const [, { name: TEMPLATE_NAME } = { name: '' }] = sortForTrade(
  'nuts',
  allTemplates.map((template) => ({ ...template, title: '', description: '' })),
)
const TEMPLATE = templateCatalogue[TEMPLATE_NAME]?.title ?? ''

for (const kind of KINDS)
  test.describe(`wizard draft on ${kind}`, () => {
    test.use({ kind })

    let environment: TestEnvironment
    let phone: Phone

    test.beforeEach(async ({ environment: own, phone: given }) => {
      environment = own
      phone = given
      await phone.open(environment.homePath)
      await startWizard(phone)
    })

    async function answerProduct() {
      await takeProductPhoto(phone)
      await phone.tap('薄皮', unitWords.other, unitWords.one('箱'))
      for (const key of '12.5') await phone.tap(key)
      await seeProduct()
    }

    async function seeProduct() {
      await phone.see(product.title)
      await phone.see('成县薄皮核桃')
      await phone.see('¥12.5')
      await phone.see(product.again)
    }

    async function answerTerms() {
      await phone.tap(terms.changeDelivery, fulfilmentWords.courier)
      for (const key of '12') await phone.tap(key)
      await phone.tap(terms.done)
      await phone.see(terms.deliverySheet)
      await phone.type(terms.place, PLACE)
      await phone.tap(terms.done, terms.changeMoney)
      for (const yuan of ['5', '99']) await phone.tap(terms.yuan(yuan))
      await phone.tap(terms.done, terms.phoneAdd)
      for (const key of PHONE) await phone.tap(key)
      await phone.tap(terms.done)
      await seeTerms()
    }

    async function seeTerms() {
      await phone.see(terms.title)
      for (const part of terms.deliveryParts(['local', 'pickup', 'courier'], PLACE)) await phone.see(part)
      await phone.see(FREIGHT)
      await phone.see(groupPhone(PHONE))
    }

    async function answerLook() {
      await phone.see(templateWords.woodgrain?.title ?? '')
      await phone.tap(lookQuestionWords.after)
      await seeLook()
    }

    async function seeLook() {
      await phone.see(lookQuestionWords.title)
      await phone.see(TEMPLATE)
    }

    async function openAndCompare() {
      await pressOpen(phone)
      await seeOpened(phone)
      const [shop, ...others] = await ownedShops(phone, environment.network.origin)
      expect(others).toEqual([])
      expect(shop?.products[0]).toMatchObject({ name: '成县薄皮核桃', unit: '箱', skus: [{ price: 1250 }] })
      expect(shop?.products[0]?.photos).toHaveLength(1)
      const sent = environment.network.forwarded.find(({ path }) => path === `/api/shops/${shop?.id}`)
      expect(JSON.parse(sent?.body ?? '{}')).toMatchObject({
        trade: 'nuts',
        template: TEMPLATE_NAME,
        fulfilments: ['local', 'pickup', 'courier'],
        freight: { fee: 500, freeOver: 9900, courier: { fee: 1200 } },
        pickupPlace: PLACE,
        phone: PHONE,
      })
    }

    test('survives a restart at every question', LONG_RUN, async () => {
      await phone.restart()
      await phone.see(tradeQuestionWords.title)
      await chooseTrade(phone)
      await answerProduct()
      await phone.restart()
      await seeProduct()
      await phone.see(wizardWords.resumed)
      await phone.tap(wizardWords.next)
      await answerTerms()
      await phone.restart()
      await seeTerms()
      await phone.tap(terms.next)
      await answerLook()
      await phone.restart()
      await seeLook()
      await openAndCompare()
    })

    test('survives going back from every question', LONG_RUN, async () => {
      await chooseTrade(phone)
      await answerProduct()
      await questionBack(phone)
      await phone.see(tradeQuestionWords.title)
      await chooseTrade(phone)
      await seeProduct()
      await phone.tap(wizardWords.next)
      await answerTerms()
      await questionBack(phone)
      await seeProduct()
      await phone.tap(wizardWords.next)
      await seeTerms()
      await phone.tap(terms.next)
      await answerLook()
      for (const expectAnswers of [seeTerms, seeProduct]) {
        await questionBack(phone)
        await expectAnswers()
      }
      await phone.tap(wizardWords.next, terms.next)
      await seeLook()
      await openAndCompare()
    })

    // the short run judges a photo in the mini-program, whose canvas is another one
    test('keeps a dark photo after its advice', kind === 'weapp' ? {} : LONG_RUN, async () => {
      await chooseTrade(phone)
      await takeProductPhoto(phone, takeDarkPhoto())
      await phone.see(photoAdviceWords.dark)
      await phone.tap(photoAdviceWords.keep)
      await phone.seeNo(photoAdviceWords.dark)
      await phone.restart()
      await phone.see(product.again)
      await phone.seeNo(photoAdviceWords.dark)
    })

    test('survives leaving and reopening the wizard', LONG_RUN, async () => {
      await chooseTrade(phone)
      await answerProduct()
      await phone.open(environment.homePath)
      await phone.tap(homeWords.resume.title)
      await seeProduct()
    })

    if (kind === 'h5')
      test("survives the browser's back and forward buttons", LONG_RUN, async () => {
        if (!(phone instanceof H5Phone)) throw new Error('another kind of phone')
        await chooseTrade(phone)
        await answerProduct()
        await phone.tap(wizardWords.next)
        await answerTerms()
        await phone.page.goBack()
        await seeProduct()
        await phone.page.goBack()
        await phone.see(tradeQuestionWords.title)
        await phone.page.goForward()
        await seeProduct()
        await phone.page.goForward()
        await seeTerms()
        await phone.tap(terms.next)
        await answerLook()
        await openAndCompare()
      })
  })
