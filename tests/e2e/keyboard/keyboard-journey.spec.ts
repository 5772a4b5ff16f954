import type { Look } from '@/domain/look/look'
import { checkoutWords } from '@/locales/order/checkout'
import { fulfilmentWords } from '@/locales/order/fulfilment'
import {
  lookQuestionWords,
  productQuestionWords as product,
  termsQuestionWords as terms,
  unitWords,
} from '@/locales/shop/wizard'
import { productPageWords } from '@/locales/storefront/storefront'
import type { TestEnvironment } from '../journey/test-environment'
import { runUserJourney } from '../journey/user-journey'
import { acceptTerms, chooseTrade, pressOpen, seeOpened, setPrice, startWizard } from '../journey/wizard'
import { LONG_RUN } from '../long-run'
import { SCREENS } from '../phone/phone'
import { expect, test } from '../test'
import { buyFromCart, editProductAndSettings, openByChoices } from './custom-answers'
import { changeSections, changeWholeLook, checkSheets, openEditor } from './decorate-steps'
import { currentStop } from './focus-stop'
import { KeyboardPhone } from './keyboard-phone'
import { checkSheetFocus } from './sheet-focus'

let environment: TestEnvironment
let phones: KeyboardPhone[]

test.beforeEach(({ environment: given }) => {
  environment = given
  phones = []
})
test.afterEach(async () => {
  for (const phone of phones) await phone.close()
})

async function keyboard() {
  const phone = await KeyboardPhone.start(environment.browser, environment.network.origin, SCREENS.phone)
  phones.push(phone)
  return phone
}

const focusIssues = () => phones.flatMap((phone) => [...phone.issues])

test('keyboard completes the user journey without a pointer', LONG_RUN, async () => {
  const [seller, buyer] = [await keyboard(), await keyboard()]
  await runUserJourney({ seller, buyer, homePath: environment.homePath })
  for (const phone of phones) expect(await phone.errors()).toEqual([])
  expect(focusIssues()).toEqual([])
})

test(
  'keyboard operates chips, sheets, skus, the cart, the product editor and the settings',
  LONG_RUN,
  async () => {
    const [seller, buyer] = [await keyboard(), await keyboard()]
    await seller.open(environment.homePath)
    const slug = await openByChoices(seller)
    await editProductAndSettings(seller)
    await buyFromCart(buyer, slug)
    const reply = await fetch(`${environment.network.origin}/api/storefronts/${slug}`)
    expect(await reply.json()).toMatchObject({
      shop: { phone: '19900000002', fulfilments: ['local', 'pickup', 'courier'], pickupPlace: '村口小卖部' },
      look: { template: 'orchard' },
      products: [{ name: '成县薄皮核桃', unit: '箱', skus: [{ price: 6850 }, { price: 12_000, stock: 19 }] }],
    })
    for (const phone of phones) expect(await phone.errors()).toEqual([])
    expect(focusIssues()).toEqual([])
  },
)

test('sheet traps the focus, closes on Escape and restores the focus', LONG_RUN, async () => {
  const phone = await keyboard()
  await phone.open(environment.homePath)
  await startWizard(phone)
  await chooseTrade(phone)
  const wrong: string[] = []
  for (const opener of [product.shoot, product.rename, unitWords.other])
    wrong.push(...(await checkSheetFocus(phone, opener)))
  await setPrice(phone, '25')
  for (const opener of [terms.changeDelivery, terms.changeMoney])
    wrong.push(...(await checkSheetFocus(phone, opener)))
  await acceptTerms(phone)
  wrong.push(...(await checkSheetFocus(phone, lookQuestionWords.open)))
  expect([...wrong, ...focusIssues()]).toEqual([])
})

test('keyboard decorates and publishes a shop', LONG_RUN, async () => {
  const phone = await keyboard()
  await phone.open(environment.homePath)
  const slug = await openByChoices(phone)
  await openEditor(phone)
  const wrong = [
    ...(await checkSheets(phone)),
    ...(await changeSections(phone)),
    ...(await changeWholeLook(phone)),
  ]
  const reply = await fetch(`${environment.network.origin}/api/storefronts/${slug}`)
  expect(((await reply.json()) as { look: Look }).look).toMatchObject({ version: 3 })
  expect(await phone.errors()).toEqual([])
  expect([...wrong, ...focusIssues()]).toEqual([])
})

test('checkout focuses and describes missing fields, and arrow keys choose', LONG_RUN, async () => {
  const [seller, buyer] = [await keyboard(), await keyboard()]
  await seller.open(environment.homePath)
  await startWizard(seller)
  await chooseTrade(seller)
  await setPrice(seller, '25')
  await acceptTerms(seller)
  await pressOpen(seller)
  const slug = await seeOpened(seller)
  await buyer.open('/product', { slug, id: await firstProduct(slug) })
  await buyer.tap(productPageWords.buy(2500))
  await buyer.see(checkoutWords.title)
  await buyer.tap(checkoutWords.submit)
  const { errors: messages } = checkoutWords.receiver
  await buyer.see(messages.name)
  await expect(
    buyer.page.getByRole('textbox', { name: checkoutWords.receiver.name, exact: true }),
  ).toBeFocused()
  const alerts = await buyer.page.getByRole('alert').allInnerTexts()
  expect(alerts).toEqual(expect.arrayContaining([messages.name, messages.phone, messages.address]))
  const described = await buyer.page
    .getByRole('textbox', { name: checkoutWords.receiver.phone, exact: true })
    .evaluate((field) => {
      const below = document.getElementById(field.getAttribute('aria-describedby') ?? '')
      return [field.getAttribute('aria-invalid'), below?.textContent]
    })
  expect(described).toEqual(['true', messages.phone])

  await buyer.tabTo(fulfilmentWords.local)
  await buyer.press('ArrowRight')
  expect(await currentStop(buyer.page)).toMatchObject({ label: fulfilmentWords.pickup, role: 'radio' })
  await buyer.see(checkoutWords.pickupAsk)
  expect(focusIssues()).toEqual([])
})

async function firstProduct(slug: string): Promise<string> {
  const reply = await fetch(`${environment.network.origin}/api/storefronts/${slug}`)
  return ((await reply.json()) as { products: { id: string }[] }).products[0]?.id ?? ''
}
