import { type MoneyDay, moneyAccounts, sumDays, totalCollected } from '@/domain/money-month'
import { moneyWords as words } from '@/locales/money'
import { Card } from '@/ui/card/card'
import { AmountRow } from './amount-row'
import type { OpenedAmount } from './money-orders-sheet'

interface MonthCardProps {
  days: readonly MoneyDay[]
  onOpen(opened: OpenedAmount): void
}

/** The sums of a month. Ways of being paid that received nothing are left out. */
export function MonthCard({ days, onOpen }: MonthCardProps) {
  const sum = sumDays(days)
  const collected = totalCollected(sum)
  const open = (part: OpenedAmount['part'], fen: number) => (fen === 0 ? undefined : () => onOpen({ part }))
  return (
    <Card>
      <AmountRow
        name={words.collected}
        fen={collected}
        kind="strong"
        onPress={open('collected', collected)}
      />
      {moneyAccounts
        .filter((account) => sum.collected[account] !== 0)
        .map((account) => (
          <AmountRow
            key={account}
            name={words.accounts[account]}
            fen={sum.collected[account]}
            kind="part"
            onPress={open(account, sum.collected[account])}
          />
        ))}
      <AmountRow name={words.refunded} fen={sum.refunded} onPress={open('refunded', sum.refunded)} />
      {sum.fees !== 0 && <AmountRow name={words.fees} fen={sum.fees} onPress={open('fees', sum.fees)} />}
      <AmountRow name={words.left} fen={collected - sum.refunded - sum.fees} kind="strong" />
    </Card>
  )
}
