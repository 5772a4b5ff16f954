import { Text, View } from '@tarojs/components'
import type { Month } from '@/domain/month'
import { moneyWords as words } from '@/locales/money'
import { heading, pressable } from '@/platform/a11y/aria'
import { Icon } from '@/ui/icon/icon'

interface MonthSwitchProps {
  month: Month
  /** The present month, after which there is nothing. */
  last: Month
  onChange(by: -1 | 1): void
}

/** The shown month, with buttons to the ones beside it. */
export function MonthSwitch({ month, last, onChange }: MonthSwitchProps) {
  const isLast = month >= last
  return (
    <View className="money__months">
      <View className="money__month" {...pressable(words.before, () => onChange(-1))}>
        <Icon name="left" size={24} />
      </View>
      <Text className="money__title" {...heading(2)}>
        {words.month(month)}
      </Text>
      <View
        className={`money__month ${isLast ? 'money__month--off' : ''}`}
        {...pressable(words.after, () => onChange(1), { disabled: isLast })}
      >
        <Icon name="right" size={24} />
      </View>
    </View>
  )
}
