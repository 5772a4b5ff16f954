import { Text, View } from '@tarojs/components'
import type { Id } from '@/domain/id'
import type { Closing } from '@/domain/shop/closing'
import { closingWords as words } from '@/locales/shop/closing'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Heading } from '@/ui/text/heading'
import { Texts } from '@/ui/text/texts'

/** The effects of closing a shop, and the orders and money that have to be settled before. */
export function ClosingEffects({ shopId, closing }: { shopId: Id; closing: Closing }) {
  const { openCount, openOrders, claimable, due, toReturn, held } = closing
  const notes = [
    ...(due.orders > 0 ? [words.due(due)] : []),
    ...(toReturn.orders > 0 ? [words.toReturn(toReturn)] : []),
    ...(held.orders > 0 ? [words.held(held)] : []),
    ...(claimable > 0 ? [words.claimable(claimable)] : []),
  ]
  return (
    <>
      {openCount > 0 && (
        <Card>
          <View className="closing__part">
            <Heading className="closing__title">{words.open.title(openCount)}</Heading>
            <Text className="closing__text">{words.open.text}</Text>
            {openOrders.map(({ id, number, total }) => (
              <Button
                key={id}
                kind="line"
                size="small"
                onPress={() => go(urlOf('merchantOrder', { shop: shopId, order: id }))}
              >
                {words.open.order(number, total)}
              </Button>
            ))}
          </View>
        </Card>
      )}
      {notes.length > 0 && (
        <Card>
          <View className="closing__part">
            <Texts className="closing__strong" texts={notes} />
          </View>
        </Card>
      )}
      <Card>
        <View className="closing__part">
          <Heading className="closing__title">{words.what}</Heading>
          <Texts className="closing__text" texts={words.effects} />
        </View>
      </Card>
    </>
  )
}
