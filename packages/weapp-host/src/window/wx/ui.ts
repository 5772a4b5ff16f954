import type { Host } from '../host-types'
import { type Dialog, escapeHtml } from '../layers'
import type { WxTarget } from './api'

interface Toast {
  title: string
  duration?: number
}

const TOAST_MS = 1500

function addToasts({ api, host }: WxTarget) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = (title: string, duration?: number) => {
    clearTimeout(timer)
    host.record.toasts.push(title)
    host.layers.open('wx-toast', `<div class="wx-toast">${escapeHtml(title)}</div>`)
    if (duration !== undefined) timer = setTimeout(() => host.layers.close('wx-toast'), duration)
  }
  api<Toast>('showToast', ({ title, duration }) => show(title, duration ?? TOAST_MS))
  api<Toast>('showLoading', ({ title }) => show(title))
  api('hideToast', () => host.layers.close('wx-toast'))
  api('hideLoading', () => host.layers.close('wx-toast'))
}

const MAX_CHOICES = 6

function chooseFrom(host: Host, choices: string[]): Promise<{ tapIndex: number }> {
  if (choices.length > MAX_CHOICES) throw new Error('itemList should not exceed 6 items')
  const buttons = choices.map((text) => `<button>${escapeHtml(text)}</button>`).join('')
  const cancel = `<button class="wx-sheet-cancel">${escapeHtml(host.settings.texts.cancel)}</button>`
  const layer = host.layers.open('wx-sheet', `<div class="wx-dialog">${buttons}${cancel}</div>`)
  return new Promise((resolve, reject) => {
    for (const [tapIndex, button] of [...layer.querySelectorAll('button')].entries())
      button.addEventListener('click', () => {
        layer.remove()
        if (tapIndex < choices.length) resolve({ tapIndex })
        else reject(new Error('cancel'))
      })
  })
}

const findInPage = (host: Host, selector: string) =>
  host.pages.top().element.querySelector(selector.replace(/>>>/g, ' '))

function addPageControls({ api, host }: WxTarget) {
  api<{ title: string }>('setNavigationBarTitle', ({ title }) => {
    host.pages.top().bar.title = title
    host.pages.refresh()
  })
  api<{ backgroundColor?: string; frontColor?: string }>('setNavigationBarColor', (colors) => {
    const { bar } = host.pages.top()
    bar.background = colors.backgroundColor ?? bar.background
    bar.text = colors.frontColor ?? bar.text
    host.pages.refresh()
  })
  api<{ scrollTop?: number; selector?: string }>('pageScrollTo', ({ scrollTop = 0, selector }) => {
    if (selector) findInPage(host, selector)?.scrollIntoView()
    else host.window.scrollTo(0, scrollTop)
  })
  api<{ message: string }>('enableAlertBeforeUnload', ({ message }) => {
    host.pages.top().leaveMessage = message
  })
  api('disableAlertBeforeUnload', () => {
    host.pages.top().leaveMessage = ''
  })
  api('startPullDownRefresh', () => {
    host.pages.call(host.pages.top(), 'onPullDownRefresh')
  })
}

/** Toasts, dialogs, title bar and scrolling. */
export function addUi(target: WxTarget) {
  const { api, host } = target
  addToasts(target)
  addPageControls(target)
  api<Dialog>('showModal', async (dialog) => {
    const { confirm, content } = await host.layers.showDialog(dialog)
    return { confirm, cancel: !confirm, content }
  })
  api<{ itemList: string[] }>('showActionSheet', ({ itemList }) => chooseFrom(host, itemList))
}
