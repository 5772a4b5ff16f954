import type { ClaimAction } from '@/domain/order/after-sale'
import type { PageStep } from '@/features/orders/steps/step-layout'
import { claimWords } from '@/locales/order/claims'
import { severalOrdersWords } from '@/locales/order/find-orders'
import { orderActionWords } from '@/locales/order/order'
import { orderLimitsWords } from '@/locales/order/order-limits'
import { ordersWords } from '@/locales/order/orders'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { lookQuestionWords } from '@/locales/shop/wizard'
import { waitForIdle } from './audit/page-idle'
import { selectAll, showOrders } from './journey/seller'
import { createTestEnvironment, KINDS, type TestEnvironment } from './journey/test-environment'
import { unpaidOrder } from './journey/unpaid-order'
import { acceptTerms, photographProduct, pressOpen, seeOpened, setPrice, startWizard } from './journey/wizard'
import { LONG_RUN } from './long-run'
import { type InspectablePhone, SCREENS } from './phone/phone'
import { claimOrder, type Order, placeOrder, signIn, takeOrderStep } from './screens/api'
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

const { block, select } = orderLimitsWords

/** The orders that the tests before have placed, and those of the last one. */
const ALL_ORDERS = 3

/** The amount that the buyer claims, in fen. */
const CLAIMED = 300

interface Question {
  yes: string
  no: string
  title: string
}

/** The question of a step of a claim that is paid in person. */
function claimQuestion(action: ClaimAction): Question {
  const { details } = claimWords
  if (action === 'decline')
    return { title: details.decline.title, yes: claimWords.action(action, undefined), no: details.no }
  const question = claimWords.question(action, false)
  if (!question) throw new Error(`nothing is asked before ${action}`)
  return question
}

/** Expects that a step on the page of a claim is confirmed beside the button that opens its sheet. */
async function expectClaimStepBeside(
  phone: InspectablePhone,
  { shopId, id }: Order,
  action: ClaimAction,
  amount?: number,
) {
  await phone.open('/claim', { shop: shopId, order: id })
  const { from, to } = await boxesOfConfirmation(
    phone,
    claimWords.action(action, amount),
    claimQuestion(action),
  )
  expect(acrossFrom(from, to), action).toBe(true)
}

/** Presses a button that asks for confirmation and returns its box and that of the confirming button. */
async function boxesOfConfirmation(phone: InspectablePhone, opener: string, question: Question) {
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
        let slug: string
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
          slug = await seeOpened(seller)
          await buyer.open(environment.homePath)
          await signIn(buyer)
          order = await placeOrder(buyer, { slug, goods: [[0, 1]], kind: 'local' })
        })

        test('lies beside the button of the previous order step', async () => {
          await openOrder(seller, order)
          const accept = await boxOf(seller, owner('accept'))
          await seller.tap(owner('accept'))
          const send = await boxOf(seller, owner('send'))
          expect(acrossFrom(accept, send)).toBe(true)
        })

        test('lies beside the button that opens a cancellation request or its answer', async () => {
          await openMine(buyer, order)
          const words = orderActionWords('ask-cancel', unpaidOrder('placed', 'local'), 'buyer')
          const boxes = await boxesOfConfirmation(
            buyer,
            words,
            ordersWords.question('ask-cancel', unpaidOrder('placed', 'local')),
          )
          expect(acrossFrom(boxes.from, boxes.to)).toBe(true)
          await buyer.tap(words, ordersWords.question('ask-cancel', unpaidOrder('placed', 'local')).yes)
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

        test('lies beside the buttons that send and undo when it finishes an order', async () => {
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

        test('lies beside the button that undoes collecting when it collects a payment', async () => {
          await takeOrderStep(buyer, order, 'finish')
          await openOrder(seller, order)
          const collect = await boxOf(seller, owner('collect'))
          await seller.tap(owner('collect'))
          const undo = await boxOf(seller, owner('undo-collect'))
          expect(acrossFrom(collect, undo)).toBe(true)
          await seller.tap(owner('undo-collect'))
          expect(acrossFrom(undo, await boxOf(seller, owner('collect')))).toBe(true)
          await seller.tap(owner('collect'))
          await boxOf(seller, owner('undo-collect'))
        })

        test('lies beside the button that opens each step of a claim', async () => {
          await claimOrder(buyer, order, CLAIMED)
          await expectClaimStepBeside(buyer, order, 'withdraw')
          await expectClaimStepBeside(seller, order, 'agree', CLAIMED)
          await expectClaimStepBeside(seller, order, 'decline')
          await takeOrderStep(seller, order, 'agree')
          await expectClaimStepBeside(seller, order, 'settle', CLAIMED)
          await takeOrderStep(seller, order, 'settle')
          await claimOrder(buyer, order, 0)
          await takeOrderStep(seller, order, 'agree-resend')
          await expectClaimStepBeside(seller, order, 'pay-instead')
        })

        test('lies beside the buttons that open the blocking of a buyer and lift the block', async () => {
          await openOrder(seller, order)
          const { from, to } = await boxesOfConfirmation(seller, block.do, block)
          expect(acrossFrom(from, to)).toBe(true)
          await seller.tap(block.do, block.yes)
          expect(acrossFrom(to, await boxOf(seller, block.lift))).toBe(true)
          await seller.tap(block.lift)
          await seller.see(block.lifted)
        })

        test('lies beside the button that opens an answer to several orders', async () => {
          const goods: [number, number][] = [[0, 1]]
          await placeOrder(buyer, { slug, goods, kind: 'local' })
          const accepted = await placeOrder(buyer, { slug, goods, kind: 'local' })
          await takeOrderStep(seller, accepted, 'accept')
          await seller.open('/merchant', { shop: order.shopId, tab: 'orders' })
          await showOrders(seller, 'all')
          await selectAll(seller, ALL_ORDERS)
          for (const answer of ['accept', 'send', 'refuse'] as const) {
            if (answer !== 'accept') await seller.tap(severalOrdersWords.more)
            const words = select[answer](1)
            const { from, to } = await boxesOfConfirmation(seller, words, {
              ...{ title: select.ask[answer].title(1), yes: words, no: select.ask.no },
            })
            expect(acrossFrom(from, to), answer).toBe(true)
          }
        })
      })
  })
