import { claimWords } from '@/locales/order/claims'
import { ordersWords } from '@/locales/order/orders'
import { stepperWords } from '@/locales/stepper'
import type { Order } from '../screens/api'
import { expectFocusOn } from './expect-focus'
import { currentStop } from './focus-stop'
import type { KeyboardPhone } from './keyboard-phone'
import { checkSheetFocus } from './sheet-focus'

const { form, details, reasons, wishes, action, question } = claimWords

/** The amounts that the buyer claims and the seller offers, in fen. */
const CLAIMED = 300
const OFFERED = 100

/** Goes from the order to its claim and sends it; returns the issues found. */
export async function sendClaim(buyer: KeyboardPhone, order: Order): Promise<string[]> {
  const issues: string[] = []
  const [first] = order.lines
  await buyer.open('/order', { shop: order.shopId, order: order.id })
  await buyer.tap(ordersWords.further, ordersWords.claim)
  await buyer.see(form.reason)
  await buyer.tap(form.send)
  await buyer.see(form.errors.goods)
  issues.push(...(await expectFocusOn(buyer, form.goods, 'an empty claim was sent')))
  if (first) await buyer.tap(first.name)
  await buyer.tap(stepperWords.more(first?.name ?? ''), form.send)
  await buyer.see(form.errors.reason)
  issues.push(...(await expectFocusOn(buyer, form.reason, 'the reason was missing')))

  await buyer.tabTo(reasons.spoiled)
  await buyer.press('ArrowRight')
  issues.push(...(await expectFocusOn(buyer, reasons.wrong, 'the arrow to the right')))
  await buyer.press('ArrowLeft')
  const reason = await currentStop(buyer.page)
  if (reason?.label !== reasons.spoiled) issues.push(`the arrow to the left leads to "${reason?.label}"`)
  await buyer.tap(wishes.refund)
  await buyer.type(form.amount, '1000')
  await buyer.tap(form.send)
  issues.push(...(await expectFocusOn(buyer, form.amount, 'the amount was wrong')))
  await buyer.type(form.amount, '3')
  await buyer.type(form.text, '有两个坏了')
  await buyer.tap(form.send)
  await buyer.see(claimWords.what({ reason: 'spoiled', wish: 'refund', amount: CLAIMED }))
  issues.push(...(await checkSheetFocus(buyer, action('withdraw', undefined))))
  return issues
}

/** Looks at each answer of the seller, and offers a part; returns the issues found. */
export async function offerPart(owner: KeyboardPhone, order: Order): Promise<string[]> {
  const issues: string[] = []
  await owner.open('/merchant-order', { shop: order.shopId, order: order.id })
  await owner.see(claimWords.theirs)
  for (const opener of [action('agree', CLAIMED), action('offer', undefined), action('decline', undefined)])
    issues.push(...(await checkSheetFocus(owner, opener, ordersWords.answer)))
  await owner.tap(ordersWords.answer, action('offer', undefined))
  await owner.see(details.offer.title)
  await owner.type(form.amount, '1000')
  // the button in the sheet
  await owner.tap(action('offer', undefined))
  await owner.see(form.errors.amount(order.total))
  await owner.type(form.amount, String(OFFERED / 100))
  await owner.type(details.offer.note, '只坏了一个')
  await owner.tap(action('offer', undefined))
  await owner.see(claimWords.granted(OFFERED, 'offered'))
  return issues
}

/** Accepts the offer as the buyer, and returns the money as the seller; returns the issues found. */
export async function settleClaim(
  buyer: KeyboardPhone,
  owner: KeyboardPhone,
  order: Order,
): Promise<string[]> {
  const issues: string[] = []
  const path = { shop: order.shopId, order: order.id }
  for (const { phone, step } of [
    { phone: buyer, step: 'accept-offer' },
    { phone: owner, step: 'settle' },
  ] as const) {
    await phone.open('/claim', path)
    issues.push(...(await checkSheetFocus(phone, action(step, OFFERED))))
    await phone.tap(action(step, OFFERED), question(step, false)?.yes ?? '')
  }
  await owner.see(claimWords.ended.settled ?? '')
  return issues
}
