import { Text, View } from '@tarojs/components'
import type { CheckedLine } from '@/domain/product/cart-check'
import { cartWords } from '@/locales/order/cart'
import { deliveryTermsWords } from '@/locales/order/delivery-terms'
import { aria, pressable } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Price } from '@/ui/price/price'
import { Heading } from '@/ui/text/heading'
import { Texts } from '@/ui/text/texts'
import { describeLineChanges } from '../cart-row'
import type { BasketProps } from './panel-types'
import './basket.scss'

/** The cart beside the products of a shop in a wide window: its lines, which open it, its sum, the order button and the terms. */
export function Basket({ shop, cart: { lines, count, goods }, onOpen, onOrder }: BasketProps) {
  const { basket, order, open } = cartWords
  return (
    <View className="basket" {...aria({ role: 'region', label: basket.title })}>
      <Heading className="basket__title">{basket.title}</Heading>
      {lines.length === 0 ? (
        <Text className="basket__empty">{basket.empty}</Text>
      ) : (
        <View className="basket__lines" {...pressable(null, onOpen)}>
          {lines.map((line) => (
            <BasketLine key={`${line.item.skuId} ${line.item.date ?? ''}`} line={line} />
          ))}
          <View className="basket__sum">
            <Text className="basket__sum-words">{basket.sum}</Text>
            <Price fen={goods} asWritten />
          </View>
          <View {...aria({ role: 'img', label: open })} />
        </View>
      )}
      <Button disabled={count === 0} onPress={onOrder}>
        {order}
      </Button>
      <Text className="basket__terms">
        {basket.terms(
          deliveryTermsWords.notice(shop),
          deliveryTermsWords.paying(shop.payments, shop.fulfilments),
        )}
      </Text>
    </View>
  )
}

function BasketLine({ line }: { line: CheckedLine }) {
  const { name, label, unit, price, quantity, item } = line
  return (
    <View className="basket__line">
      <View className="basket__words">
        <Text className="basket__name">
          {cartWords.basket.line(label ? `${name} ${label}` : name, quantity, unit)}
        </Text>
        {item.date && <Text className="basket__day">{cartWords.day(item.date)}</Text>}
        <Texts className="basket__news" texts={describeLineChanges(line)} />
      </View>
      <Price fen={price * quantity} size="small" asWritten />
    </View>
  )
}
