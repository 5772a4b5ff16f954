import type { BuiltinKind } from './define'
import { type Behavior, type Builtin, isOn } from './registry'

const PROPERTIES = `value type password placeholder placeholderStyle placeholderClass disabled maxlength cursorSpacing
  focus autoFocus confirmType confirmHold cursor selectionStart selectionEnd adjustPosition holdKeyboard alwaysEmbed
  autoHeight fixed showConfirmBar disableDefaultPadding adjustKeyboardTo autoFill cursorColor safePasswordCertPath
  safePasswordLength safePasswordTimeStamp safePasswordNonce safePasswordSalt safePasswordCustomHash nativeProps`
const DEFAULT_LENGTH = 140
const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal', tel: 'tel' }

type Field = HTMLInputElement | HTMLTextAreaElement

function listen(self: Builtin, field: Field, tag: 'input' | 'textarea') {
  field.addEventListener('input', () =>
    self.fire('input', {
      value: field.value,
      cursor: field.selectionStart ?? field.value.length,
      keyCode: 0,
    }),
  )
  field.addEventListener('focus', () => self.fire('focus', { value: field.value, height: 0 }))
  field.addEventListener('blur', () => self.fire('blur', { value: field.value, cursor: field.value.length }))
  field.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key !== 'Enter' || tag !== 'input') return
    self.fire('confirm', { value: field.value })
    if (!self.is('confirmHold')) field.blur()
  })
}

function watchers({ element }: Builtin, field: Field): NonNullable<Behavior['watch']> {
  let wasFocusRequested = false
  return {
    value: (value) => {
      const text = String(value ?? '')
      if (field.value !== text) field.value = text
    },
    placeholder: (text) => {
      field.placeholder = String(text ?? '')
    },
    disabled: (value) => {
      field.disabled = isOn(value)
    },
    maxlength: (value) => {
      const max = value === undefined || value === null || value === '' ? DEFAULT_LENGTH : Number(value)
      if (max < 0) field.removeAttribute('maxlength')
      else field.maxLength = max
    },
    type: (value) => {
      field.inputMode = KEYBOARDS[String(value)] ?? 'text'
    },
    password: (value) => {
      if (field.tagName === 'INPUT') field.setAttribute('type', isOn(value) ? 'password' : 'text')
    },
    autoHeight: (value) => {
      element.toggleAttribute('data-auto-height', isOn(value))
    },
    focus: (value) => {
      if (isOn(value)) field.focus()
      else if (wasFocusRequested && field.ownerDocument.activeElement === field) field.blur()
      wasFocusRequested = isOn(value)
    },
  }
}

const textField = (tag: 'input' | 'textarea'): BuiltinKind => ({
  name: tag,
  properties: PROPERTIES,
  mount: (self) => {
    const field = self.element.ownerDocument.createElement(tag)
    self.element.appendChild(field)
    listen(self, field, tag)
    return {
      watch: watchers(self, field),
      value: () => field.value,
      reset: () => {
        field.value = self.text('value')
      },
      tap: () => {
        if (!self.is('disabled')) field.focus()
      },
    }
  },
})

export const textFields = [textField('input'), textField('textarea')]
