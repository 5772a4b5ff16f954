import { Textarea } from '@tarojs/components'
import type { LinesInputProps } from './lines-input-props'

/** WeChat's own, which grows by itself. */
export function LinesInput(props: LinesInputProps) {
  return (
    <Textarea
      className={props.className}
      value={props.value}
      placeholder={props.placeholder}
      placeholderClass="field__placeholder"
      maxlength={props.maxLength}
      focus={props.focus}
      autoHeight
      onInput={(event) => props.onInput(event.detail.value)}
      onBlur={props.onBlur}
      {...props.labels}
    />
  )
}
