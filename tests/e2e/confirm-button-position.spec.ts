import type { PageStep } from '@/features/orders/step-layout'
import { orderActionWords } from '@/locales/order'
import { ordersWords } from '@/locales/orders'
import { sellerOrdersWords } from '@/locales/seller-orders'
import { lookQuestionWords } from '@/locales/wizard'
import { waitForIdle } from './audit/page-idle'
import { createTestEnvironment, KINDS, type TestEnvironment } from './journey/test-environment'
import { unpaidOrder } from './journey/unpaid-order'
import { acceptTerms, photographProduct, pressOpen, seeOpened, setPrice, startWizard } from './journey/wizard'
import { LONG_RUN } from './long-run'
import { type InspectablePhone, SCREENS } from './phone/phone'
import { type Order, placeOrder, signIn } from './screens/api'
import { expect, test } from './test'

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Returns the box of the topmost enabled button with this text, once it is shown. */
async function boxOf(phone: InspectablePhone, words: string): Promise<Box> {
  await phone.see(words)
  const button = phone.page
    .locator('.button:not(.button--off)')
    .filter({ hasText: new RegExp(`^${words}$`) })
    .last()
  await button.scrollIntoViewIfNeeded()
  await waitForIdle(phone.page)
  const box = await button.boundingBox()
  if (!box) throw new Error(`no button says "${words}"`)
  return box
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const acrossFrom = (a: Box, b: Box): boolean => a.x + a.width <= b.x || b.x + b.width <= a.x

const owner = (action: PageStep) => orderActionWords(action, unpaidOrder('placed', 'local'), 'owner')

async function openOrder(phone: InspectablePhone, { shopId, id }: Order) {
  const path = phone.kind === 'h5' ? '/merchant-order' : 'pages/merchant/order'
  await phone.open(path, { shop: shopId, order: id })
}

async function openMine(phone: InspectablePhone, { shopId, id }: Order) {
  await phone.open(phone.kind === 'h5' ? '/order' : 'pages/orders/order', { shop: shopId, order: id })
}

/** Presses a button that asks for confirmation and returns its box and that of the confirming button. */
async function boxesOfConfirmation(
  phone: InspectablePhone,
  opener: string,
  question: { yes: string; no: string; title: string },
) {
  const from = await boxOf(phone, opener)
  await phone.tap(opener)
  await phone.see(question.title)
  const to = await boxOf(phone, question.yes)
  await phone.tap(question.no)
  await phone.seeNo(question.title)
  return { from, to }
}

for (const kind of KINDS)
  test.describe(`confirming button on ${kind}`, () => {
    test.use({ kind })
    for (const screen of Object.values(SCREENS))
      test.describe(`at ${screen.width} × ${screen.height}`, LONG_RUN, () => {
        // each test continues the order of the one before
        test.describe.configure({ mode: 'serial' })
        let environment: TestEnvironment
        let seller: InspectablePhone
        let buyer: InspectablePhone
        let order: Order

        test.beforeAll(async ({ browser, sharedServer }) => {
          environment = await createTestEnvironment(kind, browser, sharedServer)
          seller = await environment.phone(screen)
          buyer = await environment.phone(screen)
        })
        test.afterAll(async () => {
          await environment?.close()
        })

        test('does not overlap the button that opens the shop', async () => {
          await seller.open(environment.homePath)
          await startWizard(seller)
          // taking the photo now answers WeChat's consent question, which would otherwise cover the orders
          await photographProduct(seller)
          await setPrice(seller, '25')
          await acceptTerms(seller)
          const { open, openTitle, openYes, openNo } = lookQuestionWords
          const { from, to } = await boxesOfConfirmation(seller, open, {
            title: openTitle,
            yes: openYes,
            no: openNo,
          })
          expect(overlap(from, to)).toBe(false)
          await pressOpen(seller)
          const slug = await seeOpened(seller)
          await buyer.open(environment.homePath)
          await signIn(buyer)
          order = await placeOrder(buyer, { slug, goods: [[0, 1]], kind: 'local' })
        })

        test('of each order step lies beside the one of the previous step', async () => {
          await openOrder(seller, order)
          const accept = await boxOf(seller, owner('accept'))
          await seller.tap(owner('accept'))
          const send = await boxOf(seller, owner('send'))
          expect(acrossFrom(accept, send)).toBe(true)
        })

        test('of a cancellation request lies beside the button that opens it', async () => {
          await openMine(buyer, order)
          const words = orderActionWords('ask-cancel', unpaidOrder('placed', 'local'), 'buyer')
          const boxes = await boxesOfConfirmation(
            buyer,
            words,
            ordersWords.question('ask-cancel', unpaidOrder('placed', 'local')),
          )
          expect(acrossFrom(boxes.from, boxes.to)).toBe(true)
          await buyer.tap(words)
          await buyer.tap(ordersWords.question('ask-cancel', unpaidOrder('placed', 'local')).yes)
          await buyer.see(orderActionWords('withdraw-cancel', unpaidOrder('placed', 'local'), 'buyer'))
          await openOrder(seller, order)
          const sendBox = await boxOf(seller, owner('send'))
          for (const action of ['agree-cancel', 'decline-cancel'] as const) {
            const { from, to } = await boxesOfConfirmation(
              seller,
              owner(action),
              sellerOrdersWords.question(action, unpaidOrder('placed', 'local')),
            )
            expect(acrossFrom(from, to)).toBe(true)
            expect(overlap(sendBox, to)).toBe(false)
          }
        })

        test('of finishing lies beside the buttons that send and undo', async () => {
          await openOrder(seller, order)
          const send = await boxOf(seller, owner('send'))
          await seller.tap(owner('send'))
          const finish = await boxOf(seller, owner('finish'))
          expect(acrossFrom(send, finish)).toBe(true)
          await seller.tap(owner('finish'))
          const undo = await boxOf(seller, owner('undo-finish'))
          expect(acrossFrom(finish, undo)).toBe(true)
          await seller.tap(owner('undo-finish'))
          // the buyer's request to cancel is open again
          await seller.see(sellerOrdersWords.next({ ...order, state: 'underway', afterSale: 'cancel-asked' }))
        })
      })
  })
