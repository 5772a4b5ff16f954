import type { HostControls } from '../shared/controls'
import { asFields, createRecord } from '../shared/record'
import type { HostSettings, NativeBridge, WeappBundle } from '../shared/types'
import { createComponents } from './components'
import { createDevice, snapshotDevice } from './device'
import { createWindowFrame } from './frame'
import type { Host, HostWindow } from './host-types'
import { createLayers } from './layers'
import { enterBackground, enterForeground, startApp, watchErrors, watchScrolling } from './lifecycle'
import { createPageStack } from './page-stack'
import { createRouter } from './router'
import { sharePage } from './share'
import { createWx } from './wx'
import { addMissingApi } from './wx/api'
import { createEmitter } from './wx/events'
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
  const record = createRecord()
  const host = {
    window,
    bundle,
    settings,
    native,
    record,
    device: createDevice(settings.device, settings.online),
    layers: createLayers(window.document, settings.texts),
    app: undefined,
    launchOptions: { path: '', query: {}, scene: 0, referrerInfo: {} },
    evaluate: (source: string): unknown => window.eval(source),
    fail(error: unknown) {
      record.errors.push(describe(error))
      const report = host.app?.onError
      if (typeof report === 'function') report.call(host.app, describe(error))
    },
  } as unknown as Host
  host.emit = createEmitter(host)
  host.wx = createWx(host)
  host.router = createRouter(host)
  return host
}

function addressOf({ route, query }: { route: string; query: Record<string, string> }): string {
  // query values are still encoded, as `onLoad` receives them
  const text = Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  return text ? `${route}?${text}` : route
}

function mockApi(host: Host, name: string, isFunction: boolean, value: unknown) {
  const { settings } = host
  delete settings.mocks[name]
  settings.functionMocks = settings.functionMocks.filter((other) => other !== name)
  if (isFunction) settings.functionMocks.push(name)
  else settings.mocks[name] = value
  addMissingApi(host, name)
}

/** Starts a compiled mini-program in this window. */
export function runWeapp(
  window: HostWindow,
  bundle: WeappBundle,
  settings: HostSettings,
  native: NativeBridge,
): HostControls {
  const host = createHost(window, bundle, settings, native)
  watchErrors(host)
  const components = createComponents(host)
  const refreshFrame = createWindowFrame(host)
  host.pages = createPageStack(host, components, refreshFrame)
  watchScrolling(host)
  try {
    startApp(host, components)
  } catch (error) {
    host.fail(error)
  }
  return {
    record: host.record,
    settings,
    snapshot: () => snapshotDevice(host.device),
    setOnline: (online) => setOnline(host, online),
    mock: (name, isFunction, value) => mockApi(host, name, isFunction, value),
    background: () => enterBackground(host),
    foreground: () => enterForeground(host),
    share: () => sharePage(host, 'menu'),
    pullDown: () => {
      host.pages.call(host.pages.top(), 'onPullDownRefresh')
    },
    openPage: (url) => host.router.reLaunch({ url }),
    navigateTo: (url) => host.router.navigateTo({ url }),
    pressBack: async () => {
      if (host.pages.list().length > 1 || host.pages.top().container) await host.router.navigateBack()
      else enterBackground(host)
    },
    routes: () => host.pages.list().map(addressOf),
    fail: host.fail,
  }
}
