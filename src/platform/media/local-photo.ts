import type { LocalFiles } from '../storage/local-files'

/** A photo on this phone, not yet on the server. */
export interface LocalPhotos extends LocalFiles {
  /**
   * Takes or picks a photo, shrinks it to `PHONE_PHOTO_BYTES` and keeps it under `id`; `false` when nothing was chosen. `chosen`
   * is told once something was, which may take a while to be ready. Rejects with a `PhotoError`.
   */
  pick(id: string, from: 'camera' | 'album', chosen?: () => void): Promise<boolean>
  /**
   * Picks up to `most` photos, in the order they were chosen; the camera takes one. A browser may give more than `most`.
   * Rejects with a `PhotoError` where camera or album are not allowed.
   */
  pickSeveral(from: 'camera' | 'album', most: number): Promise<PickedPhoto[]>
}

/** A photo that was taken or picked, before it is kept. */
export interface PickedPhoto {
  /** Shrinks it and keeps it under `id`. Rejects with a `PhotoError`. */
  keep(id: string): Promise<void>
}

/** Why there is no photo: it cannot be read as a picture, camera or album were not allowed, or this phone has no room for it. */
export type PhotoErrorReason = 'unreadable' | 'refused' | 'full'

export class PhotoError extends Error {
  constructor(readonly trouble: PhotoErrorReason) {
    super(trouble)
  }
}

export const troubleOf = (error: unknown): PhotoErrorReason =>
  error instanceof PhotoError ? error.trouble : 'unreadable'

/** Says of whatever goes wrong that it is this. */
export const failsAs = (trouble: PhotoErrorReason) => (): never => {
  throw new PhotoError(trouble)
}
