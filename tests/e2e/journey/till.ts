import { payingWords } from '@/locales/payment/paying'
import type { InspectablePhone } from '../phone/phone'
import { WeappPhone } from '../phone/weapp-phone'

const TILL = '这是演示用的收银台，不收真钱。'

/** Runs `open`, which opens the till, and pays or cancels there. */
export async function atTill(phone: InspectablePhone, outcome: 'pay' | 'cancel', open: () => Promise<void>) {
  if (phone instanceof WeappPhone) phone.tillOutcome = outcome
  await open()
  if (phone.kind !== 'h5') {
    if (outcome === 'cancel') await phone.see(payingWords.closed.cancelled)
    return
  }
  await phone.see(TILL)
  await phone.tap(outcome === 'pay' ? '付款' : '不付了')
  // the till leads back to the app
  await phone.seeNo(TILL)
  await phone.page.waitForLoadState()
}

/** The parameters that open a till, as the server returns them: the URL of a page, or those of WeChat's cashier. */
export type Till = { kind: 'redirect'; url: string } | { kind: 'wechat-cashier'; params: object }

/** Pays at a till that was opened by the API. @throws Error when the demo world refuses. */
export async function payAtTill(origin: string, till: Till) {
  const isPage = till.kind === 'redirect'
  const reply = isPage
    ? await fetch(`${origin}/simulator/till`, {
        method: 'POST',
        body: new URLSearchParams({
          prepay_id: new URL(till.url, origin).searchParams.get('prepay_id') ?? '',
          outcome: 'pay',
        }),
      })
    : await fetch(`${origin}/simulator/cashier`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ params: till.params, outcome: 'pay' }),
      })
  if (!reply.ok) throw new Error(`the till answers ${reply.status}`)
}
