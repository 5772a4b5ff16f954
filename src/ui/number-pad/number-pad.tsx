import { Text, View } from '@tarojs/components'
import { numberPadWords } from '@/locales/zh-CN/number-pad'
import { pressable } from '@/platform/a11y/pressable'
import { digitPress, padPress } from './pad-press'
import './number-pad.scss'

export interface NumberPadProps {
  value: string
  onChange(value: string): void
  /** A number without a point, of at most so many digits. */
  digits?: number
  /** The tall key on the right. */
  done: string
  onDone(): void
  doneDisabled?: boolean
}

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '0', 'delete'] as const

/** A pad of large keys for an amount of yuan or for digits alone, with the way onward beside it; no system keyboard comes up. */
export function NumberPad({ value, onChange, digits, done, onDone, doneDisabled = false }: NumberPadProps) {
  return (
    <View className="number-pad">
      <View className="number-pad__keys">
        {keys.map((key) => {
          if (digits !== undefined && key === '.')
            return <View key={key} className="number-pad__key number-pad__key--none" />
          const pressed = digits === undefined ? padPress(value, key) : digitPress(value, key, digits)
          const words = key === 'delete' ? numberPadWords.delete : key
          return (
            <View
              key={key}
              className="number-pad__key"
              {...pressable(key === '.' ? numberPadWords.point : words, () => onChange(pressed))}
            >
              <Text>{words}</Text>
            </View>
          )
        })}
      </View>
      <View
        className={`number-pad__done ${doneDisabled ? 'number-pad__done--off' : ''}`}
        {...pressable(done, onDone, { disabled: doneDisabled })}
      >
        <Text>{done}</Text>
      </View>
    </View>
  )
}
