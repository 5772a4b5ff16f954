import type { LocalFiles } from '../storage/local-files'

/** Photos on this phone that are not uploaded yet. */
export interface LocalPhotos extends LocalFiles {
  /**
   * Takes or picks a photo, shrinks it to `PHONE_PHOTO_BYTES` and stores it under `id`; `false` if cancelled. `onChosen` is
   * called when a photo is chosen, before it is processed. Rejects with a `PhotoError`.
   */
  pick(id: string, from: 'camera' | 'album', onChosen?: () => void): Promise<boolean>
  /**
   * Picks up to `most` photos in the order they were chosen, or takes one; browsers may return more than `most`.
   * Rejects with a `PhotoError` without permission for camera or album.
   */
  pickSeveral(from: 'camera' | 'album', most: number): Promise<PickedPhoto[]>
}

/** A photo that was taken or picked, but not stored yet. */
export interface PickedPhoto {
  /** Shrinks the photo and stores it under `id`. Rejects with a `PhotoError`. */
  save(id: string): Promise<void>
}

/** Why a photo failed: not readable as a picture, no permission for camera or album, or storage full. */
export type PhotoErrorReason = 'unreadable' | 'refused' | 'full'

export class PhotoError extends Error {
  constructor(readonly reason: PhotoErrorReason) {
    super(reason)
  }
}

export const photoErrorReason = (error: unknown): PhotoErrorReason =>
  error instanceof PhotoError ? error.reason : 'unreadable'

/** A catch handler that throws a `PhotoError` with this reason. */
export const rejectWithReason = (reason: PhotoErrorReason) => (): never => {
  throw new PhotoError(reason)
}
