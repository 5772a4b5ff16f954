import type { KeyboardEvent } from 'react'
import type { Pressable } from './a11y-types'

const states = (role: string, checked?: boolean, pressed?: boolean) => ({
  ...(role === 'tab' ? { 'aria-selected': checked ?? false } : {}),
  ...(role === 'radio' || role === 'switch' || role === 'checkbox'
    ? { 'aria-checked': checked ?? false }
    : {}),
  ...(pressed === undefined ? {} : { 'aria-pressed': pressed }),
})

const NEXT = ['ArrowRight', 'ArrowDown']
const BEFORE = ['ArrowLeft', 'ArrowUp']

/** Arrows walk through a group of radios or tabs, which Tab also reaches one by one; a radio is chosen as it is reached. */
function walk(event: KeyboardEvent, role: 'radio' | 'tab') {
  const by = NEXT.includes(event.key) ? 1 : BEFORE.includes(event.key) ? -1 : 0
  const from = event.currentTarget as HTMLElement
  const group = from.closest(role === 'radio' ? '[role="radiogroup"]' : '[role="tablist"]')
  if (by === 0 || !group) return
  const all = [...group.querySelectorAll<HTMLElement>(`[role="${role}"]`)]
  const next = all[(all.indexOf(from) + by + all.length) % all.length]
  event.preventDefault()
  next?.focus()
  if (role === 'radio') next?.click()
}

/** Taro's View is a bare div on H5: role, name, focus and keys come from here. */
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
    ...states(role, checked, pressed),
    onClick: press,
    onKeyDown: (event: KeyboardEvent) => {
      if (role === 'radio' || role === 'tab') walk(event, role)
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      press()
    },
  }
}
