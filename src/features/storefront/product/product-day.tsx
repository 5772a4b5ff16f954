import { Text, View } from '@tarojs/components'
import { dayOf } from '@/domain/day'
import { productPageWords } from '@/locales/storefront/storefront'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Card } from '@/ui/card/card'
import { DayChoice } from '@/ui/day-choice/day-choice'
import { Alert } from '@/ui/text/alert'
import type { ProductChoice } from './use-product-choice'
import './product-choices.scss'

/** The element id of the day choice, to scroll to. */
export const DAY_CARD_ID = 'product-day'

/** Chooses the day of a product that is sold by day. `missing` asks for it after an attempt to buy without one. */
export function ProductDay({ choice, missing }: { choice: ProductChoice; missing: boolean }) {
  const { day, chooseDay } = choice
  return (
    <View id={DAY_CARD_ID}>
      <Card>
        <Text className="product-choices__label">{productPageWords.day}</Text>
        <Alert className="product-choices__error">
          {missing && day === undefined && productPageWords.dayAsk}
        </Alert>
        <View className="product-choices__days">
          <DayChoice
            label={productPageWords.day}
            today={dayOf(serverNow())}
            value={day}
            onChange={chooseDay}
          />
        </View>
      </Card>
    </View>
  )
}
