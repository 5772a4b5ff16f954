import { Text, View } from '@tarojs/components'
import { aria } from '@/platform/aria'
import { pressable } from '@/platform/pressable'
import { Icon } from '@/ui/icon/icon'
import { stepperWords } from '@/words/zh/stepper'
import './stepper.scss'

export interface StepperProps {
  /** What is counted, for readers. */
  label: string
  value: number
  min?: number
  max: number
  onChange(value: number): void
}

/** − 2 +: between `min` and `max`, with targets wide enough for any thumb. */
export function Stepper({ label, value, min = 0, max, onChange }: StepperProps) {
  const less = pressable(stepperWords.less(label), () => onChange(value - 1), { disabled: value <= min })
  const more = pressable(stepperWords.more(label), () => onChange(value + 1), { disabled: value >= max })
  return (
    <View className="stepper">
      <View className={`stepper__button ${value <= min ? 'stepper__button--off' : ''}`} {...less}>
        <Icon name="minus" size={22} />
      </View>
      <Text className="stepper__value" {...aria({ live: 'polite' })}>
        {value}
      </Text>
      <View
        className={`stepper__button ${value >= max ? 'stepper__button--off' : 'stepper__button--more'}`}
        {...more}
      >
        <Icon name="plus" size={22} />
      </View>
    </View>
  )
}
