import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import type { Order } from '@/domain/order/order'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Card } from '@/ui/card/card'
import { Heading } from '@/ui/text/heading'
import { Texts } from '@/ui/text/texts'
import { OrderProgress } from './order-progress'

type StateCardProps = PropsWithChildren<{
  order: Order
  state: string
  /** What happens next, if the state does not say that. */
  next?: string
  /** Beside the state. */
  aside?: ReactNode
  /** Until when something has to happen. */
  deadlines: readonly (string | false | undefined)[]
}>

/** The state of an order, what happens next and until when, and its progress. */
export function StateCard({ order, state, next, aside, deadlines, children }: StateCardProps) {
  return (
    <Card>
      <View className="order-frame__head">
        <Heading className="order-frame__state">{state}</Heading>
        {aside}
      </View>
      {next && <Text className="order-frame__place">{next}</Text>}
      <Texts className="order-frame__deadline" texts={deadlines.filter((text) => typeof text === 'string')} />
      <View className="order-frame__progress">
        <OrderProgress order={order} now={serverNow()} />
      </View>
      {children}
    </Card>
  )
}
