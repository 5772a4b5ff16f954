import { Textarea } from '@tarojs/components'
import type { LinesInputProps } from './device-types'

/** WeChat's textarea, which adjusts its height itself. */
export function LinesInput(props: LinesInputProps) {
  const { oneLine } = props
  return (
    <Textarea
      className={props.className}
      value={props.value}
      placeholder={props.placeholder}
      placeholderClass="field__placeholder"
      maxlength={props.maxLength}
      focus={props.focus}
      autoHeight
      confirmType={oneLine ? 'done' : 'return'}
      onInput={({ detail: { value } }) => props.onInput(value)}
      onBlur={props.onBlur}
      {...props.labels}
    />
  )
}

/** Input props for an amount. */
export const amountKeyboard: Record<string, unknown> = { type: 'digit' }

/** Input props for a phone number. */
export const phoneKeyboard: Record<string, unknown> = { type: 'number' }
