import type { WeappWindow } from '../shared/controls'
import { runWeapp } from './host'

// The start of the window script. Node defines the native bridge and the input before it runs.
const weappWindow = window as unknown as WeappWindow
const native = weappWindow.__weappNative
weappWindow.__weapp = weappWindow
  .__weappInput()
  .then(({ bundle, settings }) => runWeapp(weappWindow, bundle, settings, native))
