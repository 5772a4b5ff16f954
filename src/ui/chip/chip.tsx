import { Text, View } from '@tarojs/components'
import { pressable } from '@/platform/a11y/aria'
import './chip.scss'

export interface ChipProps {
  children: string
  on: boolean
  onPress(): void
  /** `radio`: one of several; `button`: a toggle. */
  role?: 'radio' | 'button'
  label?: string
}

/** A selectable chip; filled when selected. */
export function Chip({ children, on, onPress, role = 'button', label }: ChipProps) {
  const state = role === 'radio' ? { role, checked: on } : { role, pressed: on }
  return (
    <View className={`chip ${on ? 'chip--on' : ''}`} {...pressable(label ?? children, onPress, state)}>
      <Text>{children}</Text>
    </View>
  )
}
