import { Text, View } from '@tarojs/components'
import { takeOverLink } from '@/domain/shop/handover'
import { giveWords as words } from '@/locales/shop/handover'
import { aria } from '@/platform/a11y/aria'
import { webOrigin } from '@/platform/network/web-origin'
import { Card } from '@/ui/card/card'
import { Qr } from '@/ui/qr/qr'
import type { Offer } from './use-offer'
import './offered-code.scss'

/** A code as a QR code and as digits to read out, and how long it works. */
export function OfferedCode({ offer, remaining }: { offer: Offer; remaining: number }) {
  const { letters } = offer
  const digits = offer.digits + offer.moreDigits
  return (
    <Card>
      <View className="offered-code">
        <Qr text={takeOverLink(webOrigin(), letters)} label={words.qr} size={208} />
        <Text className="offered-code__name">{words.digits}</Text>
        <View className="offered-code__digits" {...aria({ role: 'img', label: words.digitsLabel(digits) })}>
          <Text>{digits.slice(0, 4)}</Text>
          <Text>{digits.slice(4)}</Text>
        </View>
        <Text className="offered-code__left" {...aria({ role: 'timer' })}>
          {words.left(remaining)}
        </Text>
      </View>
    </Card>
  )
}
