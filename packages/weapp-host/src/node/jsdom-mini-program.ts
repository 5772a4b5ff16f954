import type { JsdomDriver } from './jsdom-driver'
import { MiniProgram } from './mini-program'
import type { Session } from './session'
import { findVisible, visibleText } from './visible-elements'

/** A mini-program in a jsdom window. */
export class JsdomMiniProgram extends MiniProgram {
  constructor(
    private readonly driver: JsdomDriver,
    session: Session,
  ) {
    super(session)
  }

  /** The window of the app, for direct DOM queries. `relaunch` replaces it. */
  get window(): Window & typeof globalThis {
    return this.driver.window
  }

  async tap(selector: string) {
    await this.tapElement(await this.find(selector))
  }

  async tapText(text: string) {
    const wanted = text.trim()
    const matches: ((content: string) => boolean)[] = [
      (content) => content === wanted,
      (content) => content.includes(wanted),
    ]
    const element = await this.waitFor(`"${text}"`, () => {
      for (const area of ['.wx-layer', '#wx-pages', 'body'])
        for (const isMatch of matches) {
          const found = findVisible(this.window.document, `${area} *`).filter((inner) =>
            isMatch(inner.textContent?.trim() ?? ''),
          )
          // every element around the text matches too; the innermost one is tapped
          const [first] = found.filter(
            (outer) => !found.some((other) => other !== outer && outer.contains(other)),
          )
          if (first) return first
        }
      return undefined
    })
    await this.tapElement(element)
  }

  async fill(selector: string, text: string) {
    const found = await this.find(selector)
    const isField = /^(INPUT|TEXTAREA)$/.test(found.tagName)
    const field = (isField ? found : found.querySelector('input, textarea')) as HTMLInputElement | null
    if (!field) throw new Error(`${selector} contains no field`)
    field.focus()
    field.value = text
    field.dispatchEvent(new this.window.Event('input', { bubbles: true }))
    await this.driver.settle()
  }

  async choose(label: string) {
    const option = await this.waitFor(`the option "${label}"`, () =>
      findVisible(this.window.document, '#wx-picker option').find(
        (item) => item.textContent?.trim() === label,
      ),
    )
    const select = option.closest('select')
    if (!select) throw new Error(`"${label}" is not in a list`)
    select.value = (option as HTMLOptionElement).value
    select.dispatchEvent(new this.window.Event('change', { bubbles: true }))
    await this.tap('.wx-picker-ok')
  }

  async text(selector?: string): Promise<string> {
    return visibleText(selector === undefined ? this.window.document.body : await this.find(selector))
  }

  async pageText(): Promise<string> {
    return findVisible(this.window.document, '.wx-page-box').map(visibleText).join('\n')
  }

  async title(): Promise<string> {
    return this.window.document.title
  }

  private find(selector: string): Promise<HTMLElement> {
    return this.waitFor(selector, () => findVisible(this.window.document, selector)[0])
  }

  private async tapElement(element: HTMLElement) {
    for (const type of ['mousedown', 'mouseup', 'click'])
      element.dispatchEvent(
        new this.window.MouseEvent(type, { bubbles: true, composed: true, cancelable: true }),
      )
    await this.driver.settle()
  }

  private async waitFor<Found>(name: string, find: () => Found | undefined): Promise<Found> {
    for (const end = Date.now() + this.session.timeout; ; await this.driver.settle()) {
      const found = find()
      if (found) return found
      if (Date.now() > end) throw new Error(`${name} did not appear.\n${await this.describeScreen()}`)
    }
  }
}
