import { Text, View } from '@tarojs/components'
import { type Day, dayOf } from '@/domain/day'
import { checkoutWords } from '@/locales/order/checkout'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Card } from '@/ui/card/card'
import { DayChoice } from '@/ui/day-choice/day-choice'
import { Alert } from '@/ui/text/alert'
import { fieldId } from './receiver/receiver-fields'
import './day-part.scss'

interface DayPartProps {
  day: Day | undefined
  missing: boolean
  onChange(day: Day): void
}

/** Chooses the day for all lines that need one and have none. */
export function DayPart({ day, missing, onChange }: DayPartProps) {
  return (
    <View id={fieldId('day')}>
      <Card>
        <Text className="day-part__label">{checkoutWords.day}</Text>
        <Alert className="day-part__fault">{missing && checkoutWords.dayFault}</Alert>
        <DayChoice label={checkoutWords.day} today={dayOf(serverNow())} value={day} onChange={onChange} />
      </Card>
    </View>
  )
}
