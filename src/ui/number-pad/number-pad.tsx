import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { numberPadWords } from '@/locales/number-pad'
import { pressable } from '@/platform/a11y/aria'
import './number-pad.scss'

const MAX_WHOLE_DIGITS = 6

/** The amount after a key press: at most six digits and two decimals, one point, no leading zeros. */
function appendAmountKey(value: string, key: string): string {
  if (key === 'delete') return value.slice(0, -1)
  if (key === '.') return value.includes('.') ? value : `${value || '0'}.`
  const next = value === '0' ? key : value + key
  const [whole = '', decimals = ''] = next.split('.')
  return whole.length > MAX_WHOLE_DIGITS || decimals.length > 2 ? value : next
}

/** The digits after a key press, at most `most`. */
function appendDigitKey(value: string, key: string, most: number): string {
  if (key === 'delete') return value.slice(0, -1)
  return value.length < most ? value + key : value
}

export interface NumberPadProps {
  value: string
  onChange(value: string): void
  /** Maximum number of digits of an integer; absent for an amount of yuan. */
  digits?: number
  /** Label of the tall confirm key on the right. */
  done: string
  onDone(): void
  doneDisabled?: boolean
  /** Drawn over the confirm key. */
  doneMark?: ReactNode
}

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '0', 'delete'] as const

/** An on-screen pad for an amount of yuan or for digits, with a confirm key. Replaces the system keyboard. */
export function NumberPad(props: NumberPadProps) {
  const { value, onChange, digits, done, onDone, doneDisabled = false, doneMark } = props
  return (
    <View className="number-pad">
      <View className="number-pad__keys">
        {keys.map((key) => {
          if (digits !== undefined && key === '.')
            return <View key={key} className="number-pad__key number-pad__key--none" />
          const next = digits === undefined ? appendAmountKey(value, key) : appendDigitKey(value, key, digits)
          const words = key === 'delete' ? numberPadWords.delete : key
          return (
            <View
              key={key}
              className="number-pad__key"
              {...pressable(key === '.' ? numberPadWords.point : words, () => onChange(next))}
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
        {doneMark}
      </View>
    </View>
  )
}
