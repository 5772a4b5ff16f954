import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import type { LinesInputProps } from './device-types'
import { joinLines } from './join-lines'

/** Newer browsers keep a field as high as its lines by themselves, also when the window or the type changes. */
const growsByItself = typeof CSS !== 'undefined' && CSS.supports?.('field-sizing', 'content')

/** The browser's own: Taro's is a web component, which brings a second runtime for this one field. */
export function LinesInput(props: LinesInputProps) {
  const { focus, oneLine, onInput } = props
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => grow(area.current))
  useEffect(() => {
    const again = () => grow(area.current)
    window.addEventListener('resize', again)
    return () => window.removeEventListener('resize', again)
  }, [])
  useEffect(() => {
    if (focus) area.current?.focus()
  }, [focus])
  const endAtEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
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
      {...(oneLine ? { enterKeyHint: 'done', onKeyDown: endAtEnter } : {})}
      onInput={({ currentTarget: { value } }) => onInput(oneLine ? joinLines(value) : value)}
      onBlur={props.onBlur}
      {...props.labels}
    />
  )
}

function grow(area: HTMLTextAreaElement | null) {
  if (!area || growsByItself) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
}
