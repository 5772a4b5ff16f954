import { Textarea } from '@tarojs/components'
import type { LinesInputProps } from '../device-types'

/** Space between the cursor and the keyboard in px, for the field's hint and the button at the end of its form. */
const CURSOR_SPACING = 96

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
      cursorSpacing={CURSOR_SPACING}
      confirmType={oneLine ? 'done' : 'return'}
      onInput={({ detail: { value } }) => props.onInput(value)}
      onBlur={props.onBlur}
      {...props.labels}
    />
  )
}

/** Input props for an amount. */
export const amountKeyboard: Record<string, unknown> = { type: 'digit', cursorSpacing: CURSOR_SPACING }

/** Input props for digits. */
export const numberKeyboard: Record<string, unknown> = { type: 'number', cursorSpacing: CURSOR_SPACING }

/** Input props for a phone number. */
export const phoneKeyboard: Record<string, unknown> = { ...numberKeyboard }
