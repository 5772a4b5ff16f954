import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import type { LinesInputProps } from '../device-types'

/** True if the browser adjusts the height of a field to its content. */
const hasFieldSizing = typeof CSS !== 'undefined' && CSS.supports?.('field-sizing', 'content')

/** A native textarea: Taro's is a web component and would load a second runtime. */
export function LinesInput(props: LinesInputProps) {
  const { focus, oneLine, onInput } = props
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => grow(area.current))
  useEffect(() => {
    const onResize = () => grow(area.current)
    window.addEventListener('resize', onResize)
    return () => window.removeEventListener('resize', onResize)
  }, [])
  useEffect(() => {
    if (focus) area.current?.focus()
  }, [focus])
  const blurOnEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.currentTarget.blur()
  }
  return (
    <textarea
      ref={area}
      className={props.className}
      value={props.value}
      placeholder={props.placeholder}
      maxLength={props.maxLength}
      rows={1}
      {...(oneLine ? { enterKeyHint: 'done', onKeyDown: blurOnEnter } : {})}
      onInput={({ currentTarget: { value } }) => onInput(value)}
      onBlur={props.onBlur}
      {...props.labels}
    />
  )
}

function grow(area: HTMLTextAreaElement | null) {
  if (!area || hasFieldSizing) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
}

/** Input props for an amount. A number field would silently drop a comma: "35,5" would become "355". */
export const amountKeyboard: Record<string, unknown> = { inputMode: 'decimal' }

/** Input props for a phone number. A number field would reject a landline's hyphen and pasted spaces. */
export const phoneKeyboard: Record<string, unknown> = { type: 'tel' }

/** Input props for digits. */
export const numberKeyboard: Record<string, unknown> = { type: 'number' }
