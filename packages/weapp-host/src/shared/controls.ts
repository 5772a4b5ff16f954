import type { HostRecord } from './record'
import type { DeviceSnapshot, HostSettings, NativeBridge, Share, WeappBundle } from './types'

/** The operations that Node may perform on a running app. */
export interface HostControls {
  record: HostRecord
  settings: HostSettings
  snapshot(): DeviceSnapshot
  setOnline(online: boolean): void
  /** Replaces an API by a fixed value, or by the function of this name in Node. */
  mock(name: string, isFunction: boolean, value: unknown): void
  background(): void
  foreground(): void
  share(): Promise<Share>
  pullDown(): void
  openPage(url: string): Promise<void>
  navigateTo(url: string): Promise<void>
  /** The device's back key or edge swipe. On the first page it sends the app to the background. */
  pressBack(): Promise<void>
  /** The open pages with their query strings, the page on top last. */
  routes(): string[]
  fail(error: unknown): void
}

/** Globals through which Node and the window exchange functions and data. */
export interface WeappGlobals {
  __weappNative: NativeBridge
  __weappInput: () => Promise<{ bundle: WeappBundle; settings: HostSettings }>
  /** Resolves when the app has started. */
  __weapp: Promise<HostControls>
}

export type WeappWindow = Window & typeof globalThis & WeappGlobals
