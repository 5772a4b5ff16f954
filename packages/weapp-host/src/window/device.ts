import type { DeviceSnapshot } from '../shared/types'
import { FileStore } from './file-store'

/** The device that the app runs on. `online` is not part of a snapshot. */
export interface Device {
  storage: Map<string, string>
  files: FileStore
  privacyAgreed: boolean
  clipboard: string
  album: string[]
  online: boolean
}

export function createDevice(snapshot: DeviceSnapshot, online: boolean): Device {
  return {
    storage: new Map(Object.entries(snapshot.storage)),
    files: new FileStore(snapshot.files),
    privacyAgreed: snapshot.privacyAgreed,
    clipboard: snapshot.clipboard,
    album: [...snapshot.album],
    online,
  }
}

/** Copies the device without temporary files, which WeChat may delete when the app ends. */
export function snapshotDevice(device: Device): DeviceSnapshot {
  return {
    storage: Object.fromEntries(device.storage),
    files: device.files.snapshot(),
    privacyAgreed: device.privacyAgreed,
    clipboard: device.clipboard,
    album: [...device.album],
  }
}
