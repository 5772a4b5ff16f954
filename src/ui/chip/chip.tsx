import { Text, View } from '@tarojs/components'
import { pressable } from '@/platform/a11y/pressable'
import './chip.scss'

export interface ChipProps {
  children: string
  on: boolean
  onPress(): void
  /** `radio` where one of several is chosen; a toggle otherwise. */
  role?: 'radio' | 'button'
  label?: string
}

/** A word to tap: chosen ones are filled, and say so to readers. */
export function Chip({ children, on, onPress, role = 'button', label }: ChipProps) {
  const state = role === 'radio' ? { role, checked: on } : { role, pressed: on }
  return (
    <View className={`chip ${on ? 'chip--on' : ''}`} {...pressable(label ?? children, onPress, state)}>
      <Text>{children}</Text>
    </View>
  )
}
