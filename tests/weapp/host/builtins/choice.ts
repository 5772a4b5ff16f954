import type { BuiltinKind } from './define'
import { enclosing, isOn, within } from './registry'

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
        const group = enclosing(self, `${kind}-group`)
        if (kind === 'radio' && group)
          for (const other of within(group, ['radio'])) other.behaviour.checked?.set(false)
        box.checked = !box.checked
        group?.fire('change', { value: group.behaviour.value?.() })
      },
    }
  },
})

const group = (kind: 'checkbox' | 'radio'): BuiltinKind => ({
  name: `${kind}-group`,
  mount: (self) => ({
    value: () => {
      const on = within(self, [kind]).filter((item) => item.behaviour.checked?.get())
      const values = on.map((item) => item.text('value'))
      return kind === 'radio' ? (values[0] ?? '') : values
    },
    reset: () => {
      for (const item of within(self, [kind])) item.behaviour.checked?.set(item.is('checked'))
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
