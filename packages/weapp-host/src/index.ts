// Shared by both launchers, which are `weapp-host/chromium` and `weapp-host/jsdom`.
export { compileBundle } from './node/compile-bundle'
export { MiniProgram } from './node/mini-program'
export type { Mock } from './node/mocks'
export type { LaunchOptions } from './node/options'
export { type VisitedPage, visitEveryPage } from './node/visit-pages'
export type {
  CallRecord,
  HostRecord,
  RequestRecord,
  SetDataRecord,
  SetDataStats,
} from './shared/record'
export type { DeviceSnapshot, FileSnapshot, HostTexts, Share, WeappBundle } from './shared/types'
