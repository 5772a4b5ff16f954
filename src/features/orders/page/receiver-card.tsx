import { Text, View } from '@tarojs/components'
import type { Order } from '@/domain/order/order'
import { changeOrderWords } from '@/locales/order/change-order'
import { ordersWords } from '@/locales/order/orders'
import { momentWords } from '@/locales/time'
import { copyText } from '@/platform/device/clipboard'
import { dial } from '@/platform/device/dial'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { CardTitle } from './card-title'
import './receiver-card.scss'

interface ReceiverCardProps {
  order: Order
  /** Shows a message; present only for the seller, who gets the call and copy buttons. */
  notify?: (message: string) => void
}

/** The receiver of an order: name, phone and address. */
export function ReceiverCard({ order, notify }: ReceiverCardProps) {
  const { name, phone, address } = order.receiver
  const copy = async (report: (message: string) => void) => {
    const copied = await copyText(ordersWords.addressLine(name, phone, address))
    report(copied ? ordersWords.copied : ordersWords.notCopied)
  }
  return (
    <Card>
      <CardTitle>{ordersWords.receiver[order.fulfilment]}</CardTitle>
      <View className="receiver-card__who">
        {name && <Text className="receiver-card__name">{name}</Text>}
        <Text className="receiver-card__phone">{phone}</Text>
      </View>
      {address && <Text className="receiver-card__address">{address}</Text>}
      {order.changedAt !== undefined && (
        <Text className="receiver-card__changed">
          {changeOrderWords.changed(momentWords(order.changedAt, serverNow()))}
        </Text>
      )}
      {notify && (
        <View className="receiver-card__do">
          <Button
            kind="soft"
            size="small"
            icon="phone"
            label={ordersWords.callLabel(name || ordersWords.buyer, phone)}
            onPress={() => dial(phone)}
          >
            {ordersWords.ring}
          </Button>
          <Button
            kind="line"
            size="small"
            icon="copy"
            label={address ? ordersWords.copyAddressLabel : ordersWords.copyWhoLabel}
            onPress={() => void copy(notify)}
          >
            {ordersWords.copy}
          </Button>
        </View>
      )}
    </Card>
  )
}
