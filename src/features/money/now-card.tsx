import type { Id } from '@/domain/id'
import type { MoneyMonth } from '@/domain/payment/money-month'
import { moneyWords as words } from '@/locales/payment/money'
import { Card } from '@/ui/card/card'
import { Heading } from '@/ui/text/heading'
import { DueBuyers } from './due-buyers'
import { type OpenedAmount, PartRow } from './part-row'

interface NowCardProps {
  shopId: Id
  month: MoneyMonth
  onOpen(opened: OpenedAmount): void
}

/** The amount that buyers owe now, these buyers, and the amount owed to buyers; renders nothing if there is neither. */
export function NowCard({ shopId, month, onOpen }: NowCardProps) {
  const { due, owed } = month
  if (due.orders === 0 && owed === 0) return null
  return (
    <Card>
      <Heading className="money__title">{words.now}</Heading>
      {due.orders > 0 && (
        <>
          <PartRow month={month} part="due-now" name={words.due(due.orders)} onOpen={onOpen} />
          <DueBuyers shopId={shopId} />
        </>
      )}
      {owed !== 0 && <PartRow month={month} part="owed-now" onOpen={onOpen} />}
    </Card>
  )
}
