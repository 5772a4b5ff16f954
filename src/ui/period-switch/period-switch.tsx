import { Text, View } from '@tarojs/components'
import { aria, heading, pressable } from '@/platform/a11y/aria'
import { Icon } from '@/ui/icon/icon'
import './period-switch.scss'

interface PeriodSwitchProps {
  /** The names of the buttons to the day or month before and after. */
  labels: { before: string; after: string }
  /** True if nothing comes after the shown day or month. */
  isLast: boolean
  /** The shown day or month. */
  shown: string
  /** True if the shown day or month is the heading of what follows; otherwise it is announced when it changes. */
  isHeading?: boolean
  onChange(by: -1 | 1): void
}

/** The shown day or month, with buttons to the ones beside it. */
export function PeriodSwitch({ labels, isLast, shown, isHeading, onChange }: PeriodSwitchProps) {
  return (
    <View className="period-switch">
      <View className="period-switch__button" {...pressable(labels.before, () => onChange(-1))}>
        <Icon name="left" size={24} />
      </View>
      <Text className="period-switch__shown" {...(isHeading ? heading(2) : aria({ role: 'status' }))}>
        {shown}
      </Text>
      <View
        className={`period-switch__button ${isLast ? 'period-switch__button--off' : ''}`}
        {...pressable(labels.after, () => onChange(1), { disabled: isLast })}
      >
        <Icon name="right" size={24} />
      </View>
    </View>
  )
}
