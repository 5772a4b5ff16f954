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

/** Returns the box of the topmost enabled button or row with this text, once it is shown. */
async function boxOf(phone: InspectablePhone, words: string): Promise<Box> {
  await phone.see(words)
  const button = phone.page
    .locator('.button:not(.button--off), .list-row')
    .filter({ has: phone.page.getByText(words, { exact: true }) })
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

/** From this width on, sheets are dialogs in the middle of the window. */
const DIALOG_WIDTH = 600

/**
 * Expects that a row of a sheet, which `opener` opens, asks a question that a double tap does not answer; at the bottom of a phone the
 * row does not stand where the question is answered.
 */
async function expectRowAsks(phone: InspectablePhone, opener: string, row: string, question: Question) {
  await phone.tap(opener)
  const from = await boxOf(phone, row)
  await phone.tapTwice(row)
  await phone.see(question.title)
  const to = await boxOf(phone, question.yes)
  if ((phone.page.viewportSize()?.width ?? 0) < DIALOG_WIDTH) expect(overlap(from, to), row).toBe(false)
  await phone.tap(question.no)
  await phone.seeNo(question.title)
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

        test('takes one step for a double tap on the main button', async () => {
          await openOrder(seller, order)
          await seller.tapTwice(owner('accept'))
          await boxOf(seller, owner('send'))
        })

        test('does not overlap the row that opens a cancellation request or its answer', async () => {
          await openMine(buyer, order)
          const words = orderActionWords('ask-cancel', unpaidOrder('placed', 'local'), 'buyer')
          const question = ordersWords.question('ask-cancel', unpaidOrder('placed', 'local'))
          await expectRowAsks(buyer, ordersWords.further, words, question)
          await buyer.tap(ordersWords.further, words, question.yes)
          await buyer.see(
            ordersWords.next.buyer({ ...unpaidOrder('accepted', 'local'), afterSale: 'cancel-asked' }, false),
          )
          await openOrder(seller, order)
          for (const action of ['agree-cancel', 'decline-cancel'] as const)
            await expectRowAsks(
              seller,
              ordersWords.answer,
              owner(action),
              sellerOrdersWords.question(action, unpaidOrder('placed', 'local')),
            )
        })

        test('does not undo what a double tap on a row has finished', async () => {
          await openOrder(seller, order)
          await seller.tap(ordersWords.further, owner('send'))
          // the main button answers the buyer's request to cancel
          await seller.tap(ordersWords.further)
          await seller.tapTwice(owner('finish'))
          await boxOf(seller, ordersWords.further)
          await seller.tap(ordersWords.further, owner('undo-finish'))
          // the buyer's request to cancel is open again
          await seller.see(sellerOrdersWords.next({ ...order, state: 'underway', afterSale: 'cancel-asked' }))
        })

        test('does not undo what a double tap has collected', async () => {
          await takeOrderStep(buyer, order, 'finish')
          await openOrder(seller, order)
          await seller.tapTwice(owner('collect'))
          await seller.tap(ordersWords.further, owner('undo-collect'))
          await seller.tap(owner('collect'))
          await seller.seeNo(owner('collect'))
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

        test('does not overlap the row that opens the blocking of a buyer', async () => {
          await openOrder(seller, order)
          await expectRowAsks(seller, ordersWords.further, block.do, block)
          await seller.tap(ordersWords.further, block.do, block.yes)
          await seller.tap(ordersWords.further, block.lift)
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
