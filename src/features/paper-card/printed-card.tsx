import { Text, View } from '@tarojs/components'
import { paperCardLink } from '@/domain/shop/paper-card'
import { makeCardWords, printedCardWords as words } from '@/locales/shop/paper-card'
import { webOrigin } from '@/platform/network/web-origin'
import { Qr } from '@/ui/qr/qr'
import './printed-card.scss'

/** The card as it is printed on A6: the shop's name, the QR code and what to do with it; never the chosen pictures. */
export function PrintedCard({ shopName, code }: { shopName: string; code: string }) {
  return (
    <View className="printed-card">
      <View className="printed-card__head">
        <Text>{words.title}</Text>
        <Text className="printed-card__name">{shopName}</Text>
      </View>
      <View className="printed-card__body">
        <Qr text={paperCardLink(webOrigin(), code)} label={makeCardWords.sheet} size={132} />
        <View className="printed-card__words">
          <Text>{words.how}</Text>
          <Text className="printed-card__keep">{words.keep}</Text>
        </View>
      </View>
    </View>
  )
}
