import type { BuiltinKind } from './define'
import { isOn } from './registry'

export const slider: BuiltinKind = {
  name: 'slider',
  properties: `min max step value disabled showValue activeColor backgroundColor blockSize blockColor color
    selectedColor`,
  mount: (self) => {
    const bar = self.element.ownerDocument.createElement('input')
    bar.type = 'range'
    self.element.appendChild(bar)
    bar.addEventListener('input', () => self.fire('changing', { value: Number(bar.value) }))
    bar.addEventListener('change', () => self.fire('change', { value: Number(bar.value) }))
    const setNumber = (name: 'min' | 'max' | 'step' | 'value', fallback: number) => () => {
      bar[name] = String(self.number(name, fallback))
    }
    return {
      watch: {
        min: setNumber('min', 0),
        max: setNumber('max', 100),
        step: setNumber('step', 1),
        value: setNumber('value', 0),
        disabled: (value) => {
          bar.disabled = isOn(value)
        },
      },
      value: () => Number(bar.value),
      reset: setNumber('value', 0),
    }
  },
}
