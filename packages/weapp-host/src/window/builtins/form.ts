import type { BuiltinKind } from './define'
import { findWithin } from './registry'

const FIELDS = [
  'input',
  'textarea',
  'switch',
  'checkbox-group',
  'radio-group',
  'slider',
  'picker',
  'picker-view',
]
const LABELABLE = ['checkbox', 'radio', 'switch', 'button', 'input']

export const form: BuiltinKind = {
  name: 'form',
  properties: 'reportSubmit reportSubmitTimeout',
  mount: (self) => ({
    submit: (buttonId) => {
      const named = findWithin(self, FIELDS).filter((field) => field.is('name'))
      const value = Object.fromEntries(named.map((field) => [field.text('name'), field.behavior.value?.()]))
      self.fire('submit', { value, target: { id: buttonId, dataset: {} }, formId: '' })
    },
    reset: () => {
      for (const field of findWithin(self, FIELDS)) field.behavior.reset?.()
      self.fire('reset')
    },
  }),
}

export const label: BuiltinKind = {
  name: 'label',
  properties: 'for',
  mount: (self) => ({
    tap: () => {
      const inside = findWithin(self, LABELABLE)
      const target = self.is('for')
        ? findWithin({ ...self, element: self.element.ownerDocument.body }, LABELABLE).find(
            (other) => other.element.id === self.text('for'),
          )
        : inside[0]
      target?.behavior.tap?.()
    },
  }),
}
