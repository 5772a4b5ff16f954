import type { KeyboardEvent } from 'react'
import type { Pressable } from './press-options'

const states = (role: string, checked?: boolean, pressed?: boolean) => ({
  ...(role === 'tab' ? { 'aria-selected': checked ?? false } : {}),
  ...(role === 'radio' || role === 'switch' || role === 'checkbox'
    ? { 'aria-checked': checked ?? false }
    : {}),
  ...(pressed === undefined ? {} : { 'aria-pressed': pressed }),
})

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
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      press()
    },
  }
}
