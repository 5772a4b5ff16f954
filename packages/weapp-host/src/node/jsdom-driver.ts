import { JSDOM, VirtualConsole } from 'jsdom'
import type { HostControls, WeappWindow } from '../shared/controls'
import type { HostSettings, WeappBundle } from '../shared/types'
import { type MockTable, runMock } from './mocks'
import type { NativeNetwork } from './network'
import type { WindowDriver } from './session'
import { windowScript } from './window-script'

/** Time in which the app handles an event and updates its view. */
const TURN_MS = 20

/** jsdom has no layout, so every observed element is reported as visible once. */
class AlwaysIntersecting {
  constructor(private readonly report: (entries: object[]) => void) {}
  observe(target: Element) {
    const box = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 }
    const entry = { target, isIntersecting: true, intersectionRatio: 1, boundingClientRect: box }
    setTimeout(() => this.report([{ ...entry, intersectionRect: box, rootBounds: box, time: 0 }]), 0)
  }
  unobserve() {}
  disconnect() {}
}

function createWindow({ width, height }: { width: number; height: number }): JSDOM['window'] {
  const { window } = new JSDOM('<!doctype html><html><head></head><body></body></html>', {
    url: 'http://weapp.local/',
    pretendToBeVisual: true,
    runScripts: 'outside-only',
    virtualConsole: new VirtualConsole(),
  })
  Object.assign(window, {
    innerWidth: width,
    innerHeight: height,
    scrollTo: () => undefined,
    TextEncoder,
    TextDecoder,
    IntersectionObserver: AlwaysIntersecting,
  })
  window.Element.prototype.scrollIntoView = () => undefined
  // jsdom's own method also returns null without a drawing library, but logs an error on each call
  window.HTMLCanvasElement.prototype.getContext = (() => null) as HTMLCanvasElement['getContext']
  return window
}

export interface JsdomDriverOptions {
  bundle: WeappBundle
  settings: HostSettings
  mocks: MockTable
  network: NativeNetwork
  viewport: { width: number; height: number }
}

interface OpenWindow {
  window: WeappWindow
  controls: HostControls
}

/** Runs the app in a jsdom window of this process. */
export class JsdomDriver implements WindowDriver {
  private current: OpenWindow | undefined

  constructor(private readonly options: JsdomDriverOptions) {}

  get window(): WeappWindow {
    return this.opened().window
  }

  async open() {
    this.closeWindow()
    const { bundle, settings, mocks, network, viewport } = this.options
    const script = await windowScript()
    const window = createWindow(viewport) as unknown as WeappWindow
    window.__weappNative = {
      request: (call) => network.request(call),
      abort: (id) => network.abort(id),
      mock: (name, options) => runMock(mocks, name, options),
    }
    window.__weappInput = async () => ({ bundle, settings })
    window.eval(script)
    this.current = { window, controls: await window.__weapp }
    process.on('unhandledRejection', this.onRejection)
    await this.settle()
  }

  async control<Result, Input>(
    run: (app: HostControls, input: Input) => Result | Promise<Result>,
    input: Input,
  ): Promise<Result> {
    const result = await run(this.opened().controls, input)
    await this.settle()
    // a copy, as if it had left the window
    return result === undefined ? result : (JSON.parse(JSON.stringify(result)) as Result)
  }

  /** Waits until the app has handled what happened before. */
  settle(): Promise<void> {
    return new Promise((done) => setTimeout(done, TURN_MS))
  }

  async close() {
    this.closeWindow()
  }

  private opened(): OpenWindow {
    if (!this.current) throw new Error('The mini-program is closed')
    return this.current
  }

  private closeWindow() {
    process.off('unhandledRejection', this.onRejection)
    this.current?.window.close()
    this.current = undefined
  }

  /** jsdom does not dispatch `unhandledrejection`; rejections in the window reach the process instead. */
  private readonly onRejection = (error: unknown) => this.current?.controls.fail(error)
}
