import type { KeyboardEvent } from 'react'
import type { Heading, Pressable } from './a11y-types'

/** ARIA props for a View: `aria({ role: 'status' })`. `id` sets the element id that `describedby` refers to. */
export const aria = (props: Record<string, string | number | boolean | undefined>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(props).map(([key, value]) => [
      key === 'role' || key === 'id' ? key : `aria-${key}`,
      value,
    ]),
  )

export const heading: Heading = (level) => ({ role: 'heading', 'aria-level': level })

const stateProps = (role: string, checked?: boolean, pressed?: boolean) => ({
  ...(role === 'tab' ? { 'aria-selected': checked ?? false } : {}),
  ...(role === 'radio' || role === 'switch' || role === 'checkbox'
    ? { 'aria-checked': checked ?? false }
    : {}),
  ...(pressed === undefined ? {} : { 'aria-pressed': pressed }),
})

const NEXT_KEYS = ['ArrowRight', 'ArrowDown']
const PREVIOUS_KEYS = ['ArrowLeft', 'ArrowUp']

/** Moves the focus within a group of radios or tabs by arrow keys; a focused radio is selected. */
function moveInGroup(event: KeyboardEvent, role: 'radio' | 'tab') {
  const by = NEXT_KEYS.includes(event.key) ? 1 : PREVIOUS_KEYS.includes(event.key) ? -1 : 0
  const from = event.currentTarget as HTMLElement
  const group = from.closest(role === 'radio' ? '[role="radiogroup"]' : '[role="tablist"]')
  if (by === 0 || !group) return
  const all = [...group.querySelectorAll<HTMLElement>(`[role="${role}"]`)]
  const next = all[(all.indexOf(from) + by + all.length) % all.length]
  event.preventDefault()
  next?.focus()
  if (role === 'radio') next?.click()
}

/** Adds role, name, focus and keyboard support, since Taro's View is a plain div on H5. */
export const pressable: Pressable = (label, onPress, options = {}) => {
  const { disabled = false, pressed, role = 'button', checked } = options
  const press = () => {
    if (!disabled) onPress()
  }
  return {
    role,
    'aria-label': label ?? undefined,
    'aria-disabled': disabled || undefined,
    tabIndex: disabled ? -1 : 0,
    ...stateProps(role, checked, pressed),
    onClick: press,
    onKeyDown: (event: KeyboardEvent) => {
      if (role === 'radio' || role === 'tab') moveInGroup(event, role)
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      press()
    },
  }
}
