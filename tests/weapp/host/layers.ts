export interface Layers {
  /** Shows markup above the app; markup must be escaped by `escapeHtml`. */
  open(id: string, html: string): HTMLElement
  close(id: string): void
  confirm(dialog: Dialog): Promise<boolean>
  ask(dialog: Dialog): Promise<{ confirm: boolean; content: string | null }>
}

export interface Dialog {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  confirmText?: string
  editable?: boolean
  placeholderText?: string
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escapeHtml = (value: unknown): string =>
  String(value ?? '').replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char)

/** After the tap that opened a layer the browser sends a mouse click; the layer must not be hit by it. */
const DEAF_MS = 80

function dialogHtml(dialog: Dialog): string {
  const text = escapeHtml(dialog.content)
  const body = dialog.editable
    ? `<input class="wx-modal-input" placeholder="${escapeHtml(dialog.placeholderText)}" value="${text}">`
    : `<p>${text}</p>`
  const cancel =
    dialog.showCancel === false
      ? ''
      : `<button class="wx-modal-cancel">${escapeHtml(dialog.cancelText || '取消')}</button>`
  const confirm = `<button class="wx-modal-confirm">${escapeHtml(dialog.confirmText || '确定')}</button>`
  return `<div class="wx-dialog"><h3>${escapeHtml(dialog.title)}</h3>${body}${cancel}${confirm}</div>`
}

/** Toasts, dialogs and pickers as real elements, so that a test sees and taps them. */
export function createLayers(document: Document): Layers {
  const close = (id: string) => document.getElementById(id)?.remove()
  const open = (id: string, html: string) => {
    close(id)
    const layer = document.createElement('div')
    layer.id = id
    layer.className = 'wx-layer'
    layer.innerHTML = html
    layer.style.pointerEvents = 'none'
    setTimeout(() => {
      layer.style.pointerEvents = ''
    }, DEAF_MS)
    document.getElementById('wx-ui')?.appendChild(layer)
    return layer
  }
  const ask = (dialog: Dialog) =>
    new Promise<{ confirm: boolean; content: string | null }>((resolve) => {
      const layer = open('wx-modal', dialogHtml(dialog))
      const finish = (confirm: boolean) => {
        const content = layer.querySelector('input')?.value ?? null
        layer.remove()
        resolve({ confirm, content: confirm ? content : null })
      }
      layer.querySelector('.wx-modal-confirm')?.addEventListener('click', () => finish(true))
      layer.querySelector('.wx-modal-cancel')?.addEventListener('click', () => finish(false))
    })
  return { open, close, ask, confirm: async (dialog) => (await ask(dialog)).confirm }
}
