import { Text } from '@tarojs/components'
import { refundsWords } from '@/locales/refunds'
import { Card } from '@/ui/card/card'
import { CardTitle } from './card-title'
import type { OrderView } from './order-view'

/** What was returned of an order that was paid online; renders nothing when nothing was. */
export function RefundsCard({ refunds }: { refunds: OrderView['refunds'] | undefined }) {
  if (!refunds) return null
  return (
    <Card>
      <CardTitle>{refundsWords.title}</CardTitle>
      {refunds.map((refund) => (
        <Text key={refund.at} className="order-frame__place">
          {refundsWords.line(refund)}
        </Text>
      ))}
    </Card>
  )
}
