import type { OrderStepAction } from '@/domain/order-transitions'
import { orderActionWords } from '@/locales/zh-CN/order'
import { ordersWords } from '@/locales/zh-CN/orders'
import { lookQuestionWords } from '@/locales/zh-CN/wizard'
import { settled } from './measured/settled'
import { type OpenPhone, SCREENS } from './phone/phone'
import { type Order, placeOrder, signIn } from './screens/api'
import { acceptTerms, photographProduct, pressOpen, seeOpened, setPrice, startWizard } from './story/villager'
import { KINDS, startWorld, type World } from './story/world'

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** The box of the button that says `words`, once it can be pressed; the uppermost one where several do. */
async function boxOf(phone: OpenPhone, words: string): Promise<Box> {
  await phone.see(words)
  const button = phone.page
    .locator('.button:not(.button--off)')
    .filter({ hasText: new RegExp(`^${words}$`) })
    .last()
  await button.scrollIntoViewIfNeeded()
  await settled(phone.page)
  const box = await button.boundingBox()
  if (!box) throw new Error(`no button says "${words}"`)
  return box
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const acrossFrom = (a: Box, b: Box): boolean => a.x + a.width <= b.x || b.x + b.width <= a.x

const owner = (action: OrderStepAction) => orderActionWords(action, 'local', 'owner')

async function openOrder(phone: OpenPhone, { shopId, id }: Order) {
  const path = phone.kind === 'h5' ? '/merchant-order' : 'pages/merchant/order'
  await phone.open(path, { shop: shopId, order: id })
}

async function openMine(phone: OpenPhone, { shopId, id }: Order) {
  await phone.open(phone.kind === 'h5' ? '/order' : 'pages/orders/order', { shop: shopId, order: id })
}

/** Presses a button that asks first; answers where it lies and where its sheet confirms. */
async function ask(phone: OpenPhone, opener: string, question: { yes: string; no: string; title: string }) {
  const from = await boxOf(phone, opener)
  await phone.tap(opener)
  await phone.see(question.title)
  const to = await boxOf(phone, question.yes)
  await phone.tap(question.no)
  await phone.seeNo(question.title)
  return { from, to }
}

describe.each(KINDS)('on %s', (kind) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(kind)
  })
  afterAll(async () => {
    await world?.close()
  })

  describe.each(Object.values(SCREENS))('at $width × $height, the confirming button', (screen) => {
    let seller: OpenPhone
    let buyer: OpenPhone
    let order: Order

    beforeAll(async () => {
      seller = (await world.phone(screen)) as OpenPhone
      buyer = (await world.phone(screen)) as OpenPhone
    })
    afterAll(async () => {
      await seller?.close()
      await buyer?.close()
    })

    it('does not lie where the button that opens the shop was', async () => {
      await seller.open(world.frontDoor)
      await startWizard(seller)
      // WeChat asks for consent with the first photo, and would ask over the orders otherwise
      await photographProduct(seller)
      await setPrice(seller, '25')
      await acceptTerms(seller)
      const { open, openTitle, openYes, openNo } = lookQuestionWords
      const { from, to } = await ask(seller, open, { title: openTitle, yes: openYes, no: openNo })
      expect(overlap(from, to)).toBe(false)
      await pressOpen(seller)
      const slug = await seeOpened(seller)
      await buyer.open(world.frontDoor)
      await signIn(buyer)
      order = await placeOrder(buyer, { slug, goods: [[0, 1]], kind: 'local' })
    })

    it('of each step lies across from the one before', async () => {
      await openOrder(seller, order)
      const accept = await boxOf(seller, owner('accept'))
      await seller.tap(owner('accept'))
      const send = await boxOf(seller, owner('send'))
      expect(acrossFrom(accept, send)).toBe(true)
    })

    it('of a request does not lie in the column of the buttons that open it', async () => {
      await openMine(buyer, order)
      const words = orderActionWords('ask-cancel', 'local', 'buyer')
      const asked = await ask(buyer, words, ordersWords.question('ask-cancel', 'buyer'))
      expect(acrossFrom(asked.from, asked.to)).toBe(true)
      await buyer.tap(words)
      await buyer.tap(ordersWords.question('ask-cancel', 'buyer').yes)
      await buyer.see(orderActionWords('withdraw-cancel', 'local', 'buyer'))
      await openOrder(seller, order)
      const foot = await boxOf(seller, owner('send'))
      for (const action of ['agree-cancel', 'decline-cancel'] as const) {
        const { from, to } = await ask(seller, owner(action), ordersWords.question(action, 'owner'))
        expect(acrossFrom(from, to)).toBe(true)
        expect(overlap(foot, to)).toBe(false)
      }
    })

    it('of finishing lies neither where the order was sent nor where it is undone', async () => {
      await openOrder(seller, order)
      const send = await boxOf(seller, owner('send'))
      await seller.tap(owner('send'))
      const finish = await boxOf(seller, owner('finish'))
      expect(acrossFrom(send, finish)).toBe(true)
      await seller.tap(owner('finish'))
      const undo = await boxOf(seller, owner('undo-finish'))
      expect(acrossFrom(finish, undo)).toBe(true)
      await seller.tap(owner('undo-finish'))
      await seller.see(ordersWords.next.owner({ ...order, state: 'underway' }))
    })
  })
})
