import { addMonths, monthOf } from '@/domain/month'
import { orderActionWords } from '@/locales/order/order'
import { ordersWords } from '@/locales/order/orders'
import { parcelWords } from '@/locales/order/parcel'
import { parcelFormWords } from '@/locales/order/parcel-form'
import { heldMoneyWords, moneyWords } from '@/locales/payment/money'
import { paymentGuideWords } from '@/locales/payment/payment-guide'
import { refundPartWords } from '@/locales/payment/refund-part'
import { spreadsheetWords } from '@/locales/shop/spreadsheet'
import type { Order } from '../screens/api'
import { expectFocusOn } from './expect-focus'
import type { KeyboardPhone } from './keyboard-phone'
import { checkSheetFocus } from './sheet-focus'

const WAYBILL = '78123456789012'

/** Names the parcel of an order and corrects it; returns the issues found. */
export async function nameParcel(owner: KeyboardPhone, order: Order): Promise<string[]> {
  const issues: string[] = []
  await owner.open('/merchant-order', { shop: order.shopId, order: order.id })
  await owner.see(parcelFormWords.heldText)
  issues.push(...(await checkSheetFocus(owner, parcelFormWords.open)))
  await owner.tap(parcelFormWords.open, parcelFormWords.confirm)
  await owner.see(parcelFormWords.errors.carrier)
  await owner.tabTo(parcelWords.carriers.YZPY)
  for (const carrier of ['EMS', 'ZTO'] as const) {
    await owner.press('ArrowDown')
    issues.push(...(await expectFocusOn(owner, parcelWords.carriers[carrier], 'an arrow')))
  }
  await owner.type(parcelFormWords.waybill, WAYBILL)
  await owner.tap(parcelFormWords.confirm)
  await owner.see(parcelWords.line({ carrier: 'ZTO', waybill: WAYBILL }))
  const finish = orderActionWords('finish', order, 'owner')
  issues.push(...(await expectFocusOn(owner, finish, 'the parcel was named')))
  issues.push(...(await checkSheetFocus(owner, parcelFormWords.correct, ordersWords.further)))
  return issues
}

/** Returns a part of the money; returns the issues found. */
export async function refundPart(owner: KeyboardPhone): Promise<string[]> {
  const issues = await checkSheetFocus(owner, refundPartWords.open, ordersWords.further)
  await owner.tap(ordersWords.further, refundPartWords.open, refundPartWords.confirm(null))
  await owner.see(refundPartWords.errors.note)
  await owner.type(refundPartWords.amount, '5')
  await owner.type(refundPartWords.note, '少装了一个')
  await owner.tap(refundPartWords.confirm(500))
  await owner.see(refundPartWords.done)
  issues.push(...(await expectFocusOn(owner, ordersWords.further, 'a part was returned')))
  return issues
}

/** Changes the month of the ledger, opens an order whose money is held, and comes back; returns the issues found. */
export async function readLedger(owner: KeyboardPhone, order: Order): Promise<string[]> {
  const issues: string[] = []
  const now = monthOf(Date.now())
  await owner.open('/money', { shop: order.shopId })
  await owner.see(moneyWords.days)
  await owner.tap(moneyWords.switch.before)
  await owner.see(moneyWords.month(addMonths(now, -1)))
  issues.push(...(await expectFocusOn(owner, moneyWords.switch.before, 'the month was changed')))
  await owner.tap(moneyWords.switch.after)
  await owner.see(moneyWords.month(now))
  // the button that was pressed is off in the present month
  await owner.press('Shift+Tab')
  issues.push(...(await expectFocusOn(owner, moneyWords.switch.before, 'Shift+Tab from the present month')))
  await owner.tabTo(spreadsheetWords.copy)
  const held = heldMoneyWords.order(order.number, order.total)
  await owner.tap(held)
  await owner.see(parcelFormWords.open)
  await owner.page.goBack()
  await owner.see(moneyWords.days)
  issues.push(...(await expectFocusOn(owner, `${held}${heldMoneyWords.todo.waybill}`, 'the way back')))
  return issues
}

/** Chooses who is asking in 怎么收钱. */
export async function readPaymentGuide(owner: KeyboardPhone, shopId: string): Promise<string[]> {
  const { questions, papersOf } = paymentGuideWords
  await owner.open('/payments', { shop: shopId })
  await owner.see(questions.licence.title)
  await owner.tabTo(questions.licence.yes)
  await owner.press('Enter')
  await owner.see(questions.type.title)
  await owner.tabTo(questions.type['sole-trader'])
  await owner.press('Enter')
  await owner.see(papersOf.wechat['sole-trader'][0] ?? '')
  return []
}
