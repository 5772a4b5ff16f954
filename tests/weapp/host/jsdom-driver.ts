import { JSDOM, VirtualConsole } from 'jsdom'
import { PATIENCE } from '../../support/patience'
import { allPages } from './app-config'
import { compileBundle } from './compile-bundle'
import type { HostControls } from './host'
import type { WeappBundle } from './host-types'
import { answerMock, firstDevice, type LaunchOptions, placer, settingsOf } from './launch-options'
import { NativeNetwork } from './native-network'
import type { Recorder } from './recorder'
import type { WeappWindow } from './window-entry'
import { windowScript } from './window-script'

export interface JsdomApp {
  bundle: WeappBundle
  window: JSDOM['window']
  /** A copy of what is on record. */
  record(): Recorder
  text(): string
  tap(selector: string): Promise<void>
  fill(selector: string, text: string): Promise<void>
  waitText(text: string): Promise<void>
  openPage(url: string): Promise<void>
  controls: HostControls
  close(): void
}

const TURN_MS = 20
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** jsdom has no layout: everything watched is told to be visible once, so that lazy parts are made. */
class AllVisible {
  constructor(private readonly tell: (entries: object[]) => void) {}
  observe(target: Element) {
    const box = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 }
    const entry = { target, isIntersecting: true, intersectionRatio: 1, boundingClientRect: box }
    setTimeout(() => this.tell([{ ...entry, intersectionRect: box, rootBounds: box, time: 0 }]), 0)
  }
  unobserve() {}
  disconnect() {}
}

function openWindow(): JSDOM {
  const dom = new JSDOM('<!doctype html><html><head></head><body></body></html>', {
    url: 'http://weapp.local/',
    pretendToBeVisual: true,
    runScripts: 'outside-only',
    virtualConsole: new VirtualConsole(),
  })
  Object.assign(dom.window, {
    innerWidth: 375,
    innerHeight: 667,
    scrollTo: () => undefined,
    TextEncoder,
    TextDecoder,
    IntersectionObserver: AllVisible,
  })
  dom.window.Element.prototype.scrollIntoView = () => undefined
  // without a drawing library jsdom answers null, and says so on its console every time
  dom.window.HTMLCanvasElement.prototype.getContext = (() => null) as HTMLCanvasElement['getContext']
  return dom
}

function visible(window: JSDOM['window'], selector: string): HTMLElement | undefined {
  return [...window.document.querySelectorAll<HTMLElement>(selector)].find((element) => {
    for (let node: HTMLElement | null = element; node; node = node.parentElement)
      if (node.style.display === 'none' || node.hidden) return false
    return true
  })
}

async function until<T>(find: () => T | undefined | false, what: string): Promise<T> {
  const end = Date.now() + PATIENCE
  for (;;) {
    const found = find()
    if (found) return found
    if (Date.now() > end) throw new Error(`${what} did not appear`)
    await pause(TURN_MS)
  }
}

/** Starts a built mini-program in jsdom, in this process: quick, without layout and without drawing. */
export async function launchJsdom(options: LaunchOptions): Promise<JsdomApp> {
  const bundle = compileBundle(options.dist)
  const settings = settingsOf(options, firstDevice(options))
  const network = new NativeNetwork(placer(options))
  const script = await windowScript()
  const dom = openWindow()
  const window = dom.window as unknown as WeappWindow & JSDOM['window']
  window.__weappNative = {
    request: (call) => network.request(call),
    abort: (id) => network.abort(id),
    mock: (name, given) => answerMock(options, name, given),
  }
  window.__weappInput = async () => ({ bundle, settings })
  window.eval(script)
  const controls = await window.__weapp
  const onRejection = (error: unknown) => controls.fail(error)
  process.on('unhandledRejection', onRejection)
  await pause(TURN_MS)

  const text = () => visible(window, '.wx-page-box')?.textContent ?? ''
  return {
    bundle,
    window,
    controls,
    record: () => JSON.parse(JSON.stringify(controls.record)) as Recorder,
    text,
    async tap(selector) {
      const element = await until(() => visible(window, selector), selector)
      for (const type of ['mousedown', 'mouseup', 'click'])
        element.dispatchEvent(
          new window.MouseEvent(type, { bubbles: true, composed: true, cancelable: true }),
        )
      await pause(TURN_MS)
    },
    async fill(selector, value) {
      const outer = await until(() => visible(window, selector), selector)
      const field = outer.querySelector<HTMLInputElement>('input, textarea')
      if (!field) throw new Error(`${selector} has no field`)
      field.focus()
      field.value = value
      field.dispatchEvent(new window.Event('input', { bubbles: true }))
      await pause(TURN_MS)
    },
    async waitText(wanted) {
      await until(() => window.document.body.textContent?.includes(wanted), `"${wanted}"`)
    },
    async openPage(url) {
      await controls.openPage(url)
      await pause(TURN_MS)
    },
    close() {
      process.off('unhandledRejection', onRejection)
      window.close()
    },
  }
}

export interface OpenedPage {
  route: string
  text: string
  errors: string[]
}

const SETTLE_MS = 60
const MOST_MS = 10_000

/** Opens every page of the app with a query, one after another, and tells what each showed and complained of. */
export async function openEveryPage(app: JsdomApp, query: string): Promise<OpenedPage[]> {
  const opened: OpenedPage[] = []
  for (const route of allPages(app.bundle.app)) {
    const before = app.record().errors.length
    await app.openPage(`/${route}?${query}`)
    // a page may have to hear from the server first; one that never says a word is told as empty
    for (const end = Date.now() + MOST_MS; app.text().trim() === '' && Date.now() < end; )
      await pause(SETTLE_MS)
    await pause(SETTLE_MS)
    opened.push({ route, text: app.text(), errors: app.record().errors.slice(before) })
  }
  return opened
}
