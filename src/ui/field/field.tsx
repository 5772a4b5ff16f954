import { Input, Text, View } from '@tarojs/components'
import { useId } from 'react'
import { sanitizeText } from '@/domain/text'
import { aria } from '@/platform/a11y/aria'
import {
  amountKeyboard,
  LinesInput,
  numberKeyboard,
  phoneKeyboard,
} from '@/platform/device/typing/text-input'
import './field.scss'

/** Replaces line breaks and surrounding whitespace by a space. */
const joinLines = (text: string) => text.replace(/\s*[\r\n]+\s*/g, ' ')

export interface FieldProps {
  label: string
  value: string
  onChange(value: string): void
  placeholder?: string
  /** Error message, shown below. */
  error?: string | undefined
  /** Help text, shown below if there is no error. */
  hint?: string | undefined
  kind?: 'text' | 'phone' | 'number' | 'amount' | 'lines'
  maxLength?: number
  /** Initial height of one line for `lines`; `text` always has it. */
  low?: boolean
  focus?: boolean
  onBlur?(): void
}

const keyboards = {
  phone: phoneKeyboard,
  number: numberKeyboard,
  amount: amountKeyboard,
} as const

/** A text field with its label above and its error or hint below. */
export function Field(props: FieldProps) {
  const { label, error, hint } = props
  const messageId = useId()
  const message = error ?? hint
  const labels = aria({
    label,
    invalid: error ? true : undefined,
    describedby: message ? messageId : undefined,
  })
  return (
    <View className="field">
      <Text className="field__label">{label}</Text>
      <FieldInput {...props} labels={labels} />
      {message && (
        <Text
          className={error ? 'field__error' : 'field__hint'}
          {...aria({ id: messageId, ...(error ? { role: 'alert' } : {}) })}
        >
          {message}
        </Text>
      )}
    </View>
  )
}

function FieldInput({ labels, ...props }: FieldProps & { labels: ReturnType<typeof aria> }) {
  const { value, error, kind = 'text', maxLength = 60 } = props
  const className = `field__input ${error ? 'field__input--bad' : ''}`
  // pasted numbers may contain invisible bidirectional marks, which the server rejects
  const change = (typed: string) => props.onChange(sanitizeText(typed))
  const shared = {
    value,
    placeholder: props.placeholder ?? '',
    focus: props.focus ?? false,
    onBlur: () => props.onBlur?.(),
  }
  if (kind === 'lines' || kind === 'text') {
    const low = props.low || kind === 'text'
    return (
      // single-line text also wraps, so that long text is not hidden
      <LinesInput
        {...shared}
        className={`${className} field__input--lines ${low ? 'field__input--low' : ''}`}
        maxLength={maxLength}
        oneLine={kind === 'text'}
        onInput={(typed) => change(kind === 'text' ? joinLines(typed) : typed)}
        labels={labels}
      />
    )
  }
  return (
    <Input
      {...shared}
      className={className}
      placeholderClass="field__placeholder"
      maxlength={maxLength}
      onInput={(event) => change(event.detail.value)}
      {...keyboards[kind]}
      {...labels}
    />
  )
}
