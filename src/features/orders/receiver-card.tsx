import { Text, View } from '@tarojs/components'
import type { Order } from '@/domain/order'
import { ordersWords } from '@/locales/zh-CN/orders'
import { copyText } from '@/platform/device/clipboard'
import { dial } from '@/platform/device/dial'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { CardTitle } from './card-title'
import './receiver-card.scss'

interface ReceiverCardProps {
  order: Order
  /** The seller calls and copies; the buyer only reads. */
  say?: (words: string) => void
}

/** Who gets the goods and where. */
export function ReceiverCard({ order, say }: ReceiverCardProps) {
  const { name, phone, address } = order.receiver
  const copy = async (tell: (words: string) => void) => {
    const copied = await copyText(ordersWords.addressLine(name, phone, address))
    tell(copied ? ordersWords.copied : ordersWords.notCopied)
  }
  return (
    <Card>
      <CardTitle>{ordersWords.receiver[order.fulfilment]}</CardTitle>
      <View className="receiver-card__who">
        {name && <Text className="receiver-card__name">{name}</Text>}
        <Text className="receiver-card__phone">{phone}</Text>
      </View>
      {address && <Text className="receiver-card__address">{address}</Text>}
      {say && (
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
            onPress={() => void copy(say)}
          >
            {ordersWords.copy}
          </Button>
        </View>
      )}
    </Card>
  )
}
