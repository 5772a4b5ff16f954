import type { HostTexts } from '../shared/types'

/** Elements on top of the pages: toasts, dialogs, pickers. */
export interface Layers {
  /** Shows markup on top of the app. Text in it must be escaped by `escapeHtml`. */
  open(id: string, html: string): HTMLElement
  close(id: string): void
  /** Shows a dialog and resolves to whether the user confirmed it. */
  confirm(dialog: Dialog): Promise<boolean>
  /** Shows a dialog; `content` is the text the user entered in an editable one. */
  showDialog(dialog: Dialog): Promise<{ confirm: boolean; content: string | null }>
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

/** Time during which a new layer ignores pointers, because the browser may still dispatch a click for the tap that opened it. */
const IGNORE_POINTER_MS = 80

function dialogHtml(dialog: Dialog, texts: HostTexts): string {
  const text = escapeHtml(dialog.content)
  const body = dialog.editable
    ? `<input class="wx-modal-input" placeholder="${escapeHtml(dialog.placeholderText)}" value="${text}">`
    : `<p>${text}</p>`
  const cancel =
    dialog.showCancel === false
      ? ''
      : `<button class="wx-modal-cancel">${escapeHtml(dialog.cancelText || texts.cancel)}</button>`
  const confirm = `<button class="wx-modal-confirm">${escapeHtml(dialog.confirmText || texts.confirm)}</button>`
  return `<div class="wx-dialog"><h3>${escapeHtml(dialog.title)}</h3>${body}${cancel}${confirm}</div>`
}

/** Shows toasts, dialogs and pickers as DOM elements that a test can read and tap. */
export function createLayers(document: Document, texts: HostTexts): Layers {
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
    }, IGNORE_POINTER_MS)
    document.getElementById('wx-ui')?.appendChild(layer)
    return layer
  }
  const showDialog = (dialog: Dialog) =>
    new Promise<{ confirm: boolean; content: string | null }>((resolve) => {
      const layer = open('wx-modal', dialogHtml(dialog, texts))
      const finish = (confirm: boolean) => {
        const content = layer.querySelector('input')?.value ?? null
        layer.remove()
        resolve({ confirm, content: confirm ? content : null })
      }
      layer.querySelector('.wx-modal-confirm')?.addEventListener('click', () => finish(true))
      layer.querySelector('.wx-modal-cancel')?.addEventListener('click', () => finish(false))
    })
  return { open, close, showDialog, confirm: async (dialog) => (await showDialog(dialog)).confirm }
}
