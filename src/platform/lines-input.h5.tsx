import { useEffect, useLayoutEffect, useRef } from 'react'
import type { LinesInputProps } from './lines-input-props'

/** The browser's own: Taro's is a web component, which brings a second runtime for this one field. */
export function LinesInput(props: LinesInputProps) {
  const { focus } = props
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => grow(area.current))
  useEffect(() => {
    if (focus) area.current?.focus()
  }, [focus])
  return (
    <textarea
      ref={area}
      className={props.className}
      value={props.value}
      placeholder={props.placeholder}
      maxLength={props.maxLength}
      rows={1}
      onInput={(event) => props.onInput(event.currentTarget.value)}
      onBlur={props.onBlur}
      {...props.labels}
    />
  )
}

function grow(area: HTMLTextAreaElement | null) {
  if (!area) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
}
