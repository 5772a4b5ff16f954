import { formatPrice } from '@/domain/money'
import { checkoutWords } from '@/locales/zh-CN/checkout'
import { failureWords } from '@/locales/zh-CN/failure'
import { fulfilmentWords } from '@/locales/zh-CN/fulfilment'
import { deskWords } from '@/locales/zh-CN/merchant-dashboard'
import { orderActionWords } from '@/locales/zh-CN/order'
import { ordersWords } from '@/locales/zh-CN/orders'
import { productsWords, productWords } from '@/locales/zh-CN/products'
import { todayWords } from '@/locales/zh-CN/today'
import { publishWords } from '@/locales/zh-CN/wizard'
import { troubleLines } from '../faults/support/health'
import { type Phone, SCREENS } from './phone/phone'
import { visitShop, wantOne } from './story/buyer'
import { ownedShops } from './story/owned'
import { goToShop } from './story/seller'
import { acceptTerms, photographProduct, pressOpen, seeOpened, setPrice, startWizard } from './story/villager'
import { KINDS, startWorld, type World } from './story/world'
import { TROUBLES, type Trouble } from './troubles/kinds'
import { takePicture } from './troubles/take-picture'

const SHOP = '成县核桃小店'
const PRODUCT = '成县核桃'
const MINUTE = 60_000

const CASES = KINDS.flatMap((kind) => TROUBLES.map(([name, bring]) => ({ kind, name, bring })))

describe.each(CASES)('$name, on $kind', ({ kind, name, bring }) => {
  let trouble: Trouble
  let world: World
  let seller: Phone
  let buyer: Phone
  const begun = performance.now()

  beforeAll(async () => {
    trouble = await bring()
    world = await startWorld(kind, 'SQLite', { RATE_LIMIT: 'off', ...trouble.place.env })
    seller = await world.phone()
    buyer = await world.phone(SCREENS.small)
  })
  afterAll(async () => {
    await seller?.close()
    await buyer?.close()
    await world?.close()
    await trouble?.dispose()
  })

  const picture = (phone: Phone, of: string) => takePicture(phone, `${trouble.code}-${of}`)
  const begin = () => trouble.begin(world.server)
  const end = () => trouble.end(world.server)
  const rows = (text: string) => trouble.place.ask(text)
  /** Bodies of what was sent to such an address and reached the server or its place. */
  const sent = (method: string, path: RegExp) =>
    world.network.passed.filter((one) => one.method === method && path.test(one.path))

  test('the wizard keeps the shop, says that it is not open yet, and opens one once it can', async () => {
    await seller.open(world.frontDoor)
    await startWizard(seller)
    await photographProduct(seller)
    await setPrice(seller, '25')
    await acceptTerms(seller)
    await begin()
    await pressOpen(seller)
    await seller.see(publishWords.waitingTitle(trouble.code))
    await seller.see('现在还没开张')
    await picture(seller, 'publish')
    await end()
    // it tries again by itself
    await seeOpened(seller)
    expect(await ownedShops(seller, world.network.origin)).toHaveLength(1)
    expect(await rows('select shop_id from shop')).toHaveLength(1)
  })

  test('a buyer is told that it is not known or not done, keeps the form, and orders once', async () => {
    const [shop] = await ownedShops(seller, world.network.origin)
    await visitShop(buyer, shop?.slug ?? '')
    await wantOne(buyer, PRODUCT)
    await buyer.tap(fulfilmentWords.local)
    await buyer.type(checkoutWords.receiver.paste, '收货人甲 19900000001 甘肃省陇南市成县沙坝镇下街18号')
    await buyer.see(checkoutWords.receiver.pasted)
    await begin()
    const { said, again, edit } = checkoutWords.unknown
    const seeTold = async () => {
      await buyer.see(said(trouble.code).title)
      await buyer.see(said(trouble.code).text)
    }
    await buyer.tapTwice(checkoutWords.submit)
    await seeTold()
    await picture(buyer, 'order')
    // the form is as it was: it can be sent as it stands
    await buyer.tap(edit)
    await buyer.see(checkoutWords.submit)
    await picture(buyer, 'order-form')
    await buyer.tap(checkoutWords.submit)
    await seeTold()
    await end()
    await buyer.tap(again)
    await buyer.see(ordersWords.next.buyer({ state: 'placed', fulfilment: 'local', afterSale: 'none' }))
    const tries = sent('PUT', /\/orders\/[0-9A-Z]{26}$/)
    expect(new Set(tries.map(({ path }) => path)).size).toBe(1)
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1)
    const orders = await rows('select id, number, receiver from shop_order')
    expect(orders.map(({ number }) => Number(number))).toEqual([1])
    expect(String(orders[0]?.receiver)).toContain('19900000001')
    const [sku] = await rows('select stock from sku')
    expect(Number(sku?.stock)).toBe((await stockAtFirst()) - 1)
  })

  const stockAtFirst = async () => {
    const [opening] = sent('PUT', /^\/api\/shops\/[0-9A-Z]{26}$/)
    return (JSON.parse(opening?.body ?? '') as { products: { skus: { stock: number }[] }[] }).products[0]
      ?.skus[0]?.stock as number
  }

  test("the seller's step is not taken, says why, and is taken once when it is sent again", async () => {
    await goToShop(seller, SHOP)
    await seller.see(todayWords.waiting.title(1))
    await seller.tap(todayWords.waiting.do)
    const accept = orderActionWords('accept', 'local', 'owner')
    // the list is there; what waits is said above it before
    await seller.see(ordersWords.refresh)
    await begin()
    await seller.tap(accept)
    await seller.see(failureWords[trouble.code])
    await picture(seller, 'step')
    await end()
    await seller.tap(accept)
    await seller.tap(ordersWords.filterWithCount(ordersWords.filters.accepted, 1))
    await seller.see(ordersWords.state.owner('accepted', 'local'))
    const [order] = await rows('select history from shop_order')
    expect(JSON.parse(String(order?.history))).toMatchObject([{ action: 'accept' }])
    expect(JSON.parse(String(order?.history))).toHaveLength(1)
  })

  test('what she changed of her goods stays on screen, and is saved once when it is sent again', async () => {
    await seller.tap(deskWords.tabs.goods)
    await seller.tap(productsWords.editLabel(PRODUCT))
    await seller.type(productWords.priceOf('斤'), '26.5')
    await begin()
    await seller.tap(productWords.save)
    await seller.see(failureWords[trouble.code])
    await picture(seller, 'save')
    await end()
    await seller.tap(productWords.save)
    await seller.see(formatPrice(2650))
    await seller.see(productsWords.add)
    const products = await rows('select version from product')
    expect(products.map(({ version }) => Number(version))).toEqual([2])
    expect((await rows('select price from sku')).map(({ price }) => Number(price))).toEqual([2650])
  })

  test('the log told each time that it began, at most once a minute, and that it had passed', async () => {
    const lines = troubleLines(world.server.output())
    const began = lines.filter(({ msg }) => trouble.logged && msg.startsWith(trouble.logged))
    const passed = lines.filter(({ msg }) => msg === 'writing works again')
    const minutes = Math.ceil((performance.now() - begun) / MINUTE)
    if (trouble.logged === '') expect(lines).toEqual([])
    else {
      expect(began.length).toBeGreaterThanOrEqual(1)
      expect(began.length).toBeLessThanOrEqual(minutes)
      expect(passed).toHaveLength(4)
    }
    process.stdout.write(
      `${name}, on ${kind}: 4 times, said ${began.length} times in ${minutes} min, ${passed.length} times that it passed; ` +
        `${sent('PUT', /\/orders\//).length} tries for 1 order\n`,
    )
    for (const phone of [seller, buyer]) expect(await phone.errors()).toEqual([])
  })
})
