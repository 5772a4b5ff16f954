import { Text, View } from '@tarojs/components'
import { dayOf } from '@/domain/day'
import { productWords } from '@/locales/zh-CN/storefront'
import { aria } from '@/platform/a11y/aria'
import { Card } from '@/ui/card/card'
import { DayChoice } from '@/ui/day-choice/day-choice'
import type { Choice } from './use-choice'
import './product-choices.scss'

/** Where the day is chosen, to scroll to. */
export const DAY_PART = 'product-day'

/** For which day, where a thing is for a day. `missing`: people tried to buy without one. */
export function ProductDay({ choice, missing }: { choice: Choice; missing: boolean }) {
  const { day, chooseDay } = choice
  return (
    <View id={DAY_PART}>
      <Card>
        <Text className="product-choices__label">{productWords.day}</Text>
        {missing && day === undefined && (
          <Text className="product-choices__fault" {...aria({ role: 'alert' })}>
            {productWords.dayAsk}
          </Text>
        )}
        <View className="product-choices__days">
          <DayChoice label={productWords.day} today={dayOf(Date.now())} value={day} onChange={chooseDay} />
        </View>
      </Card>
    </View>
  )
}
