import type { HostRecord } from '../shared/record'
import type { Fields, HostSettings, NativeBridge, WeappBundle } from '../shared/types'
import type { Device } from './device'
import type { Layers } from './layers'
import type { PageStack } from './page-stack'
import type { Router } from './router'

/** The result of `wx.getLaunchOptionsSync()`. */
export interface AppLaunchOptions {
  path: string
  query: Record<string, string>
  scene: number
  referrerInfo: Fields
}

/** The object that app code passes to `App()`, or the instance of a page. */
export interface Hooks {
  [name: string]: unknown
}

export type HostWindow = Window & typeof globalThis

/** The state of one running app, shared by all modules of the window. */
export interface Host {
  window: HostWindow
  bundle: WeappBundle
  native: NativeBridge
  settings: HostSettings
  device: Device
  record: HostRecord
  layers: Layers
  pages: PageStack
  router: Router
  wx: Fields
  app: Hooks | undefined
  launchOptions: AppLaunchOptions
  /** Records an uncaught error and passes it to the app's `onError`. */
  fail(error: unknown): void
  /** Calls the listeners of a `wx.on…` event. */
  emit(event: string, value: unknown): void
  evaluate(source: string): unknown
}
