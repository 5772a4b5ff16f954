import { Text, View } from '@tarojs/components'
import { type CSSProperties, useMemo } from 'react'
import { shopDrawing } from '@/domain/look/goods-drawing'
import { themeVariables } from '@/domain/look/theme'
import { groupPhone } from '@/domain/receiver/receiver'
import { drawnCardWords } from '@/locales/look/drawn-card'
import { openedWords as words } from '@/locales/shop/wizard'
import { Picture } from '@/ui/picture/picture'
import { Price } from '@/ui/price/price'
import { Qr } from '@/ui/qr/qr'
import type { ShopFacts } from './shop-facts'
import './poster.scss'

/** Keeps a phone number on one line. */
const NO_BREAK = '\u00a0'

/** The shop as a poster: its name, first product, price, and a QR code of its link. */
export function Poster({
  facts,
  picture,
  link,
}: {
  facts: ShopFacts
  picture: string | undefined
  link: string
}) {
  const drawing = shopDrawing([facts.goods.name])
  const style = useMemo(() => themeVariables(facts.theme) as CSSProperties, [facts.theme])
  return (
    <View className="poster" style={style}>
      <View className="poster__head">
        <View className="poster__thumb">
          <Picture src={picture} art={drawing} alt="" ratio={1} rounded />
        </View>
        <View className="poster__names">
          <Text className="poster__name">{facts.name}</Text>
          {facts.place && <Text className="poster__place">{facts.place}</Text>}
        </View>
      </View>
      <Picture src={picture} art={drawing} alt={facts.goods.name} ratio={0.5} />
      <View className="poster__foot">
        <View className="poster__goods">
          <Text className="poster__product">{facts.goods.name}</Text>
          <Price fen={facts.goods.fen} unit={facts.goods.unit} from={facts.goods.from} />
          {facts.phone && (
            <Text className="poster__phone">
              {drawnCardWords.phone(groupPhone(facts.phone).replace(/ /g, NO_BREAK))}
            </Text>
          )}
          <Text className="poster__scan">{drawnCardWords.scan}</Text>
        </View>
        <Qr text={link} label={words.qr(facts.name)} size={112} />
      </View>
    </View>
  )
}
