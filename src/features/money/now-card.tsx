import { Text } from '@tarojs/components'
import type { Id } from '@/domain/id'
import type { MoneyMonth } from '@/domain/money-month'
import { moneyWords as words } from '@/locales/money'
import { heading } from '@/platform/a11y/aria'
import { Card } from '@/ui/card/card'
import { AmountRow } from './amount-row'
import { DueBuyers } from './due-buyers'

/** What buyers owe now and who they are, and what they are owed; nothing when that is nothing. */
export function NowCard({ shopId, month: { due, owed } }: { shopId: Id; month: MoneyMonth }) {
  if (due.orders === 0 && owed === 0) return null
  return (
    <Card>
      <Text className="money__title" {...heading(2)}>
        {words.now}
      </Text>
      {due.orders > 0 && (
        <>
          <AmountRow name={words.due(due.orders)} fen={due.amount} />
          <DueBuyers shopId={shopId} />
        </>
      )}
      {owed !== 0 && <AmountRow name={words.owed} fen={owed} />}
    </Card>
  )
}
