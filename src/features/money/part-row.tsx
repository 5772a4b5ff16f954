import type { Day } from '@/domain/day'
import { amountOf, type MoneyMonth } from '@/domain/payment/money-month'
import { type MoneyPart, partsOfSum } from '@/domain/payment/money-part'
import { moneyOrdersWords as words } from '@/locales/payment/money'
import { AmountRow } from './amount-row'

/** An amount of a month, or of one of its days, whose orders are shown. */
export interface OpenedAmount {
  part: MoneyPart
  day?: Day | undefined
}

interface PartRowProps extends OpenedAmount {
  month: MoneyMonth
  /** Its name instead of the usual one. */
  name?: string
  kind?: 'strong' | 'part'
  onOpen(opened: OpenedAmount): void
}

/** An amount that opens its orders. */
export function PartRow({ month, part, day, name = words.parts[part], kind, onOpen }: PartRowProps) {
  const fen = amountOf(month, part, day)
  return (
    <AmountRow
      name={name}
      fen={fen}
      kind={kind}
      onPress={fen === 0 ? undefined : () => onOpen({ part, day })}
    />
  )
}

/** The ways of which an amount is the sum, without those of nothing. */
export const movedParts = (month: MoneyMonth, { part, day }: OpenedAmount): MoneyPart[] =>
  (partsOfSum[part] ?? []).filter((way) => amountOf(month, way, day) !== 0)

/** An amount and the ways of which it is the sum. */
export function PartRows({ month, part, ...rest }: PartRowProps) {
  return (
    <>
      <PartRow month={month} part={part} {...rest} />
      {movedParts(month, { part, day: rest.day }).map((way) => (
        <PartRow key={way} month={month} part={way} day={rest.day} kind="part" onOpen={rest.onOpen} />
      ))}
    </>
  )
}
