import { type HostControls, runWeapp } from './host'
import type { HostSettings, HostWindow, NativeBridge, WeappBundle } from './host-types'

/** What a driver puts on the window before this script runs, and finds there afterwards. */
export interface WeappGlobals {
  __weappNative: NativeBridge
  __weappInput: () => Promise<{ bundle: WeappBundle; settings: HostSettings }>
  /** Settles when the app has started. */
  __weapp: Promise<HostControls>
}

export type WeappWindow = HostWindow & WeappGlobals

const weappWindow = window as unknown as WeappWindow
const native = weappWindow.__weappNative
weappWindow.__weapp = weappWindow
  .__weappInput()
  .then(({ bundle, settings }) => runWeapp(weappWindow, bundle, settings, native))
