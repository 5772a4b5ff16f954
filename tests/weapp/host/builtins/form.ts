import type { BuiltinKind } from './define'
import { within } from './registry'

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
const LABELLED = ['checkbox', 'radio', 'switch', 'button', 'input']

export const form: BuiltinKind = {
  name: 'form',
  properties: 'reportSubmit reportSubmitTimeout',
  mount: (self) => ({
    submit: (buttonId) => {
      const named = within(self, FIELDS).filter((field) => field.is('name'))
      const value = Object.fromEntries(named.map((field) => [field.text('name'), field.behaviour.value?.()]))
      self.fire('submit', { value, target: { id: buttonId, dataset: {} }, formId: '' })
    },
    reset: () => {
      for (const field of within(self, FIELDS)) field.behaviour.reset?.()
      self.fire('reset')
    },
  }),
}

export const label: BuiltinKind = {
  name: 'label',
  properties: 'for',
  mount: (self) => ({
    tap: () => {
      const inside = within(self, LABELLED)
      const target = self.is('for')
        ? within({ ...self, element: self.element.ownerDocument.body }, LABELLED).find(
            (other) => other.element.id === self.text('for'),
          )
        : inside[0]
      target?.behaviour.tap?.()
    },
  }),
}
