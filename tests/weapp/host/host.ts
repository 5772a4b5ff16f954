import { createComponents } from './components'
import { createDevice, snapshotDevice } from './device'
import type { Host, HostSettings, HostWindow, NativeBridge, WeappBundle } from './host-types'
import { createLayers } from './layers'
import { background, foreground, start, watchErrors, watchScrolling } from './life-cycle'
import { createPageStack } from './page-stack'
import { asFields, createRecorder } from './recorder'
import { createRouter } from './router'
import { askForShare } from './share'
import { createWindowFrame } from './window-frame'
import { createWx } from './wx'
import { emitter } from './wx/events'
import { setOnline } from './wx/network'

const describe = (error: unknown): string => {
  const { stack, errMsg } = asFields(error)
  return String(stack ?? errMsg ?? error)
}

function createHost(
  window: HostWindow,
  bundle: WeappBundle,
  settings: HostSettings,
  native: NativeBridge,
): Host {
  const record = createRecorder()
  const host = {
    window,
    bundle,
    settings,
    native,
    record,
    device: createDevice(settings.device, settings.online),
    layers: createLayers(window.document),
    app: undefined,
    launchOptions: { path: '', query: {}, scene: 0, referrerInfo: {} },
    evaluate: (source: string): unknown => window.eval(source),
    fail(error: unknown) {
      record.errors.push(describe(error))
      const report = host.app?.onError
      if (typeof report === 'function') report.call(host.app, describe(error))
    },
  } as unknown as Host
  host.emit = emitter(host)
  host.wx = createWx(host)
  host.router = createRouter(host)
  return host
}

/** What a driver may do to a running app. */
export interface HostControls {
  record: Host['record']
  snapshot(): ReturnType<typeof snapshotDevice>
  setOnline(online: boolean): void
  background(): void
  foreground(): void
  share(): Promise<unknown>
  pullDown(): void
  openPage(url: string): Promise<void>
  openAbove(url: string): Promise<void>
  /** The phone's own way back, a key or a swipe; from the first page it leads out of the app. */
  back(): Promise<void>
  routes(): string[]
  settings: HostSettings
  fail(error: unknown): void
}

/** A page's route with its parameters, as a link would have it. */
function addressOf({ route, query }: { route: string; query: Record<string, string> }): string {
  // WeChat hands parameters over as they stand in the link
  const text = Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  return text ? `${route}?${text}` : route
}

/** Starts the built app in this window and answers the controls. */
export function runWeapp(
  window: HostWindow,
  bundle: WeappBundle,
  settings: HostSettings,
  native: NativeBridge,
): HostControls {
  const host = createHost(window, bundle, settings, native)
  watchErrors(host)
  const components = createComponents(host)
  const refresh = createWindowFrame(host)
  host.pages = createPageStack(host, components, refresh)
  watchScrolling(host)
  try {
    start(host, components)
  } catch (error) {
    host.fail(error)
  }
  return {
    record: host.record,
    settings,
    snapshot: () => snapshotDevice(host.device),
    setOnline: (online) => setOnline(host, online),
    background: () => background(host),
    foreground: () => foreground(host),
    share: () => askForShare(host, 'menu'),
    pullDown: () => {
      host.pages.call(host.pages.top(), 'onPullDownRefresh')
    },
    openPage: (url) => host.router.reLaunch({ url }),
    openAbove: (url) => host.router.navigateTo({ url }),
    back: async () => {
      if (host.pages.list().length > 1 || host.pages.top().container) await host.router.navigateBack()
      else background(host)
    },
    routes: () => host.pages.list().map(addressOf),
    fail: host.fail,
  }
}
