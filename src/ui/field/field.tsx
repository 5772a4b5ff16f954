import { Input, Text, View } from '@tarojs/components'
import { useId } from 'react'
import { fitText } from '@/domain/text'
import { aria } from '@/platform/a11y/aria'
import { amountKeyboard, phoneKeyboard } from '@/platform/device/keyboards'
import { LinesInput } from '@/platform/device/lines-input'

import './field.scss'

export interface FieldProps {
  label: string
  value: string
  onChange(value: string): void
  placeholder?: string
  /** What is wrong with it, said below in words. */
  fault?: string | undefined
  /** What it is for, said below until there is a fault. */
  hint?: string | undefined
  kind?: 'text' | 'phone' | 'number' | 'amount' | 'lines'
  maxLength?: number
  /** Lines that begin one line high; `text` always does. */
  low?: boolean
  focus?: boolean
  onBlur?(): void
}

const keyboards = {
  phone: phoneKeyboard,
  number: { type: 'number' },
  amount: amountKeyboard,
} as const

/** One thing to type, with its name above and what is wrong below. */
export function Field(props: FieldProps) {
  const { label, value, fault, hint, kind = 'text', maxLength = 60 } = props
  const className = `field__input ${fault ? 'field__input--bad' : ''}`
  /** Pasted numbers bring marks of direction along, which nobody sees and the server refuses. */
  const type = (typed: string) => props.onChange(fitText(typed))
  const low = props.low || kind === 'text'
  const below = useId()
  const said = fault ?? hint
  const labels = aria({
    label,
    invalid: fault ? true : undefined,
    describedby: said ? below : undefined,
  })
  const shared = {
    value,
    placeholder: props.placeholder ?? '',
    focus: props.focus ?? false,
    onBlur: () => props.onBlur?.(),
  }
  return (
    <View className="field">
      <Text className="field__label">{label}</Text>
      {kind === 'lines' || kind === 'text' ? (
        // a text of one line too: what is longer than its field is not hidden, it goes on below
        <LinesInput
          {...shared}
          className={`${className} field__input--lines ${low ? 'field__input--low' : ''}`}
          maxLength={maxLength}
          oneLine={kind === 'text'}
          onInput={type}
          labels={labels}
        />
      ) : (
        <Input
          {...shared}
          className={className}
          placeholderClass="field__placeholder"
          maxlength={maxLength}
          onInput={(event) => type(event.detail.value)}
          {...keyboards[kind]}
          {...labels}
        />
      )}
      {said && (
        <Text
          className={fault ? 'field__fault' : 'field__hint'}
          {...aria({ id: below, ...(fault ? { role: 'alert' } : {}) })}
        >
          {said}
        </Text>
      )}
    </View>
  )
}
