import { type FileSnapshot, FileStore } from './file-store'

/** Everything a phone keeps when the app is killed. */
export interface DeviceSnapshot {
  storage: Record<string, string>
  files: FileSnapshot
  privacyAgreed: boolean
  clipboard: string
  /** Pictures saved to the album, base64. */
  album: string[]
}

/** The phone under the app. `online` is the network as it is now, and is not kept. */
export interface Device {
  storage: Map<string, string>
  files: FileStore
  privacyAgreed: boolean
  clipboard: string
  album: string[]
  online: boolean
}

export function emptyDevice(): DeviceSnapshot {
  return { storage: {}, files: { files: {}, folders: [] }, privacyAgreed: false, clipboard: '', album: [] }
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

/** Temporary files are left out: WeChat promises them only until the app ends. */
export function snapshotDevice(device: Device): DeviceSnapshot {
  return {
    storage: Object.fromEntries(device.storage),
    files: device.files.snapshot(),
    privacyAgreed: device.privacyAgreed,
    clipboard: device.clipboard,
    album: [...device.album],
  }
}
