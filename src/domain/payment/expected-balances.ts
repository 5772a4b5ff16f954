import type { Fen } from '../money'
import type { Collection } from './collection'
import { balancesOf, type LedgerBalances, type LedgerMovement, movements } from './ledger'
import { isPaidInPerson, isUnpaid, type OnlineMethod, type PaymentMethod, type PaymentState } from './payment'
import type { AttemptState } from './payment-attempt'
import { isReturnOfUnusedPayment, type RefundReason, type RefundState } from './refund'

/** The facts about money of an order, its payments and its refunds. */
export interface MoneyFacts {
  total: Fen
  method: PaymentMethod
  state: PaymentState
  /** The money that the seller received in person, and the amount of it that was returned. */
  received: Pick<Collection, 'amount' | 'means'>
  returned: Fen
  payments: readonly { id: string; method: OnlineMethod; amount: Fen; state: AttemptState; fee: Fen | null }[]
  refunds: readonly {
    paymentId: string
    amount: Fen
    reason: RefundReason
    state: RefundState
    /** The service has paid it to the seller, or to the buyer although the seller had returned it in person. */
    isSentBack: boolean
    isReturnedTwice: boolean
    fee: Fen | null
  }[]
}

const movementsInPerson = ({ total, method, state, received, returned }: MoneyFacts): LedgerMovement[] => {
  if (!isPaidInPerson(method) || (state !== 'paid' && state !== 'refunded')) return []
  return [
    ...movements.collected(total, received),
    ...movements['refund-granted'](returned),
    ...movements.refunded(received.means, returned),
  ]
}

function movementsOnline({ payments, refunds }: MoneyFacts): LedgerMovement[] {
  return payments
    .filter(({ state }) => state === 'paid')
    .flatMap(({ id, method, amount, fee }) => {
      const own = refunds.filter(({ paymentId }) => paymentId === id)
      const isUnused = own.some(({ reason }) => isReturnOfUnusedPayment(reason))
      return [
        ...(isUnused ? movements['paid-in-vain'](method, amount) : movements.paid(method, amount)),
        ...movements.fee(method, fee ?? 0),
        ...own.flatMap((refund) => [
          ...(isUnused ? [] : movements['refund-granted'](refund.amount)),
          ...(refund.state === 'done' ? movements.refunded(method, refund.amount) : []),
          ...(refund.state === 'by-hand' ? movements.refunded('cash', refund.amount) : []),
          ...(refund.isSentBack ? movements['sent-back'](method, refund.amount) : []),
          ...(refund.isReturnedTwice ? movements['returned-twice'](method, refund.amount) : []),
          ...movements.fee(method, refund.fee ?? 0),
        ]),
      ]
    })
}

/** The balances that the ledger of an order must have: those of its movements, and a receivable only for an unpaid order. */
export function expectedBalances(facts: MoneyFacts): LedgerBalances {
  const { total, state } = facts
  const balances = balancesOf([
    ...movements.placed(total),
    ...(state === 'void' ? movements.voided(total) : []),
    ...movementsInPerson(facts),
    ...movementsOnline(facts),
  ])
  return { ...balances, receivable: isUnpaid(state) ? total : 0 }
}
