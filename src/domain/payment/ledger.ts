import type { Fen } from '../money'
import type { Collection, CollectionMeans } from './collection'
import { isPaidInPerson, isUnpaid, type OnlineMethod, type PaymentMethod, type PaymentState } from './payment'

/**
 * The accounts of a shop. `receivable` is what buyers owe, `refundable` what they are owed. `cash`, `code` (the seller's receive code),
 * `wechat` and `alipay` hold what was received. `sales` and `surplus` are income; `returns`, `discounts`,
 * `fees` and `double-returns` (money that buyers got back twice) lower it.
 */
export const ledgerAccounts = [
  'receivable',
  'refundable',
  'cash',
  'code',
  'wechat',
  'alipay',
  'sales',
  'surplus',
  'returns',
  'discounts',
  'fees',
  'double-returns',
] as const
export type LedgerAccount = (typeof ledgerAccounts)[number]

/** One movement of money: `amount` (above 0) is debited to one account and credited to another, so every movement is balanced. */
export interface LedgerMovement {
  debit: LedgerAccount
  credit: LedgerAccount
  amount: Fen
}

/** An account that receives money. */
export type MoneyAccount = CollectionMeans | OnlineMethod

const move = (debit: LedgerAccount, credit: LedgerAccount, amount: Fen): LedgerMovement[] =>
  amount > 0 ? [{ debit, credit, amount }] : []

const reverse = (movements: readonly LedgerMovement[]): LedgerMovement[] =>
  movements.map(({ debit, credit, amount }) => ({ debit: credit, credit: debit, amount }))

const placed = (total: Fen) => move('receivable', 'sales', total)

/** The amount received in person, and its means. */
type Received = Pick<Collection, 'amount' | 'means'>

const collected = (due: Fen, { amount, means }: Received) => [
  ...move(means, 'receivable', Math.min(due, amount)),
  ...move('discounts', 'receivable', due - amount),
  ...move(means, 'surplus', amount - due),
]

/** The movements of everything that moves money, all amounts in fen. */
export const movements = {
  /** An order was placed: its buyer owes the total. */
  placed,
  /** An unpaid order was cancelled, or closed. */
  voided: (total: Fen) => reverse(placed(total)),
  /** The seller received an amount in person for an order of `due`: less is a discount, more a surplus. */
  collected,
  /** The seller took back having collected. */
  'collected-undone': (due: Fen, received: Received) => reverse(collected(due, received)),
  /** A payment service confirmed a payment that its order waited for. */
  paid: (account: MoneyAccount, amount: Fen) => move(account, 'receivable', amount),
  /** A payment service confirmed a payment of an order that was closed or paid before: it is owed back. */
  'paid-in-vain': (account: MoneyAccount, amount: Fen) => move(account, 'refundable', amount),
  /** A refund of a paid order was granted. */
  'refund-granted': (amount: Fen) => move('returns', 'refundable', amount),
  /** A refund reached the buyer. */
  refunded: (account: MoneyAccount, amount: Fen) => move('refundable', account, amount),
  /** A refund that could not reach the buyer was paid out to the seller instead, who returns it in person. */
  'sent-back': (account: MoneyAccount, amount: Fen) => move('cash', account, amount),
  /** A payment service made a refund after the seller had returned the money in person. */
  'returned-twice': (account: MoneyAccount, amount: Fen) => move('double-returns', account, amount),
  /** A payment service deducted a fee, or returned one when `amount` is negative. */
  fee: (account: MoneyAccount, amount: Fen) =>
    amount < 0 ? move(account, 'fees', -amount) : move('fees', account, amount),
} satisfies Record<string, (...facts: never[]) => LedgerMovement[]>

/** Why money moved. */
export type LedgerCause = keyof typeof movements

export interface LedgerEntry {
  cause: LedgerCause
  movements: LedgerMovement[]
}

/** The facts that the ledger entries of a step depend on. */
interface StepFacts {
  method: PaymentMethod
  total: Fen
  /** The money that the seller received in person before or by the step. */
  received: Received
  /** The amount that the seller returned in person by the step. */
  returned: Fen
}

/**
 * The entries of an order's step that changes its payment from one state to another. What a payment service confirms is entered with
 * its payment or refund, and is not among them.
 */
export function entriesOfStep(
  { method, total, received, returned }: StepFacts,
  from: PaymentState,
  to: PaymentState,
): LedgerEntry[] {
  if (returned > 0 && isPaidInPerson(method))
    return [
      { cause: 'refund-granted', movements: movements['refund-granted'](returned) },
      { cause: 'refunded', movements: movements.refunded(received.means, returned) },
    ]
  if (from === to) return []
  if (isUnpaid(from) && to === 'void') return [{ cause: 'voided', movements: movements.voided(total) }]
  if (!isPaidInPerson(method)) return []
  if (from === 'due' && to === 'paid')
    return [{ cause: 'collected', movements: movements.collected(total, received) }]
  if (from === 'paid' && to === 'due')
    return [{ cause: 'collected-undone', movements: movements['collected-undone'](total, received) }]
  return []
}

export type LedgerBalances = Record<LedgerAccount, Fen>

/** The balance of every account: debits less credits. All balances together are 0. */
export function balancesOf(all: Iterable<LedgerMovement>): LedgerBalances {
  const balances = Object.fromEntries(ledgerAccounts.map((account) => [account, 0])) as LedgerBalances
  for (const { debit, credit, amount } of all) {
    balances[debit] += amount
    balances[credit] -= amount
  }
  return balances
}
