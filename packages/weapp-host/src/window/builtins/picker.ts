import { asFields } from '../../shared/record'
import { escapeHtml } from '../layers'
import type { BuiltinKind } from './define'
import type { Builtin } from './registry'

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function columnHtml(items: unknown[], selectedIndex: unknown, rangeKey: string): string {
  const options = items.map((item, index) => {
    const text = typeof item === 'object' ? asFields(item)[rangeKey] : item
    const selected = index === Number(selectedIndex ?? 0) ? ' selected' : ''
    return `<option value="${index}"${selected}>${escapeHtml(text)}</option>`
  })
  return `<select>${options.join('')}</select>`
}

function bodyHtml(self: Builtin, mode: string): string {
  const range = asList(self.get('range'))
  const key = self.text('rangeKey')
  if (mode === 'selector') return columnHtml(range, self.get('value'), key)
  if (mode === 'multiSelector')
    return range
      .map((items, index) => columnHtml(asList(items), asList(self.get('value'))[index], key))
      .join('')
  const type = mode === 'date' || mode === 'time' ? mode : 'text'
  return `<input type="${type}" min="${escapeHtml(self.get('start'))}" max="${escapeHtml(self.get('end'))}"
    value="${escapeHtml(self.get('value'))}">`
}

function readValue(layer: HTMLElement, mode: string): unknown {
  const columns = [...layer.querySelectorAll('select')].map((column) => column.value)
  if (mode === 'selector') return columns[0]
  if (mode === 'multiSelector') return columns.map(Number)
  return layer.querySelector('input')?.value
}

/** Opens a dialog of `<select>` lists or a date or time field. `.wx-picker-ok` and `.wx-picker-cancel` close it. */
export const picker: BuiltinKind = {
  name: 'picker',
  properties: 'mode disabled range rangeKey value start end fields customItem headerText level textProps',
  mount: (self, host) => ({
    value: () => self.get('value'),
    tap: () => {
      if (self.is('disabled')) return
      const mode = self.text('mode') || 'selector'
      const { confirm, cancel } = host.settings.texts
      const buttons = `<button class="wx-picker-ok">${escapeHtml(confirm)}</button>
        <button class="wx-picker-cancel">${escapeHtml(cancel)}</button>`
      const layer = host.layers.open(
        'wx-picker',
        `<div class="wx-dialog">${bodyHtml(self, mode)}${buttons}</div>`,
      )
      layer.querySelector('.wx-picker-ok')?.addEventListener('click', () => {
        const value = readValue(layer, mode)
        layer.remove()
        self.fire('change', { value })
      })
      layer.querySelector('.wx-picker-cancel')?.addEventListener('click', () => {
        layer.remove()
        self.fire('cancel')
      })
      for (const [column, select] of [...layer.querySelectorAll('select')].entries())
        select.addEventListener('change', () =>
          self.fire('columnchange', { column, value: Number(select.value) }),
        )
    },
  }),
}
