import type { BuiltinKind } from './define'
import { findEnclosing, findWithin, isOn } from './registry'

function mountBox(element: HTMLElement, type: 'checkbox' | 'radio'): HTMLInputElement {
  const box = element.ownerDocument.createElement('input')
  box.type = type
  box.style.pointerEvents = 'none'
  element.insertBefore(box, element.firstChild)
  return box
}

const watchBox = (box: HTMLInputElement) => ({
  checked: (value: unknown) => {
    box.checked = isOn(value)
  },
  disabled: (value: unknown) => {
    box.disabled = isOn(value)
  },
})

const option = (kind: 'checkbox' | 'radio'): BuiltinKind => ({
  name: kind,
  properties: 'value disabled checked color nativeProps',
  mount: (self) => {
    const box = mountBox(self.element, kind)
    return {
      watch: watchBox(box),
      checked: {
        get: () => box.checked,
        set: (on) => {
          box.checked = on
        },
      },
      tap: () => {
        if (self.is('disabled') || (kind === 'radio' && box.checked)) return
        const group = findEnclosing(self, `${kind}-group`)
        if (kind === 'radio' && group)
          for (const other of findWithin(group, ['radio'])) other.behavior.checked?.set(false)
        box.checked = !box.checked
        group?.fire('change', { value: group.behavior.value?.() })
      },
    }
  },
})

const group = (kind: 'checkbox' | 'radio'): BuiltinKind => ({
  name: `${kind}-group`,
  mount: (self) => ({
    value: () => {
      const checked = findWithin(self, [kind]).filter((item) => item.behavior.checked?.get())
      const values = checked.map((item) => item.text('value'))
      return kind === 'radio' ? (values[0] ?? '') : values
    },
    reset: () => {
      for (const item of findWithin(self, [kind])) item.behavior.checked?.set(item.is('checked'))
    },
  }),
})

const toggle: BuiltinKind = {
  name: 'switch',
  properties: 'checked disabled type color nativeProps',
  mount: (self) => {
    const box = mountBox(self.element, 'checkbox')
    return {
      watch: watchBox(box),
      value: () => box.checked,
      reset: () => {
        box.checked = self.is('checked')
      },
      tap: () => {
        if (self.is('disabled')) return
        box.checked = !box.checked
        self.fire('change', { value: box.checked })
      },
    }
  },
}

export const choices = [option('checkbox'), group('checkbox'), option('radio'), group('radio'), toggle]
