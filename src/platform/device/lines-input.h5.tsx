import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import type { LinesInputProps } from './device-types'
import { joinLines } from './join-lines'

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
      onInput={({ currentTarget: { value } }) => onInput(oneLine ? joinLines(value) : value)}
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
