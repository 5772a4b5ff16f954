import { Input, Text, Textarea, View } from '@tarojs/components'
import { aria } from '@/platform/aria'
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
  focus?: boolean
  onBlur?(): void
}

const keyboards = { text: 'text', phone: 'number', number: 'number', amount: 'digit' } as const

/** One thing to type, with its name above and what is wrong below. */
export function Field(props: FieldProps) {
  const { label, value, fault, hint, kind = 'text', maxLength = 60 } = props
  const shared = {
    className: `field__input ${fault ? 'field__input--bad' : ''}`,
    value,
    placeholder: props.placeholder ?? '',
    placeholderClass: 'field__placeholder',
    maxlength: maxLength,
    onInput: (event: { detail: { value: string } }) => props.onChange(event.detail.value),
    onBlur: () => props.onBlur?.(),
    ...aria({ label, invalid: fault ? true : undefined }),
  }
  return (
    <View className="field">
      <Text className="field__label">{label}</Text>
      {kind === 'lines' ? (
        <Textarea {...shared} className={`${shared.className} field__input--lines`} autoHeight />
      ) : (
        <Input {...shared} type={keyboards[kind]} focus={props.focus ?? false} />
      )}
      {(fault ?? hint) && (
        <Text className={fault ? 'field__fault' : 'field__hint'} {...aria(fault ? { role: 'alert' } : {})}>
          {fault ?? hint}
        </Text>
      )}
    </View>
  )
}
