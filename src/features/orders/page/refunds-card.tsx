import { Text } from '@tarojs/components'
import { Fragment } from 'react'
import { refundsWords } from '@/locales/payment/refunds'
import { Card } from '@/ui/card/card'
import { CardTitle } from './card-title'
import type { OrderView } from './order-view'

/** The refunds of an order that was paid online; renders nothing if there are none. */
export function RefundsCard({ refunds }: { refunds: OrderView['refunds'] | undefined }) {
  if (!refunds) return null
  return (
    <Card>
      <CardTitle>{refundsWords.title}</CardTitle>
      {refunds.map((refund) => {
        const remark = refundsWords.remark(refund)
        return (
          <Fragment key={refund.at}>
            <Text className="order-frame__place">{refundsWords.line(refund)}</Text>
            {remark && <Text className="order-frame__later">{remark}</Text>}
          </Fragment>
        )
      })}
    </Card>
  )
}
