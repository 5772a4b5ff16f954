import type { LocalFiles } from '../storage/local-files'

/** Photos on this phone that are not uploaded yet. */
export interface LocalPhotos extends LocalFiles {
  /**
   * Picks up to `most` photos in the order they were chosen, or takes one; browsers may return more than `most`. Resolves
   * to an empty array when cancelled. Rejects with a `PhotoError` without permission for camera or album.
   */
  pick(from: PhotoSource, most: number, subject: PhotoSubject): Promise<PickedPhoto[]>
  /** Downloads a photo of goods. Rejects without a network. */
  download(url: string): Promise<PickedPhoto>
}

/** The subject of a photo decides its size: a `paper` stays large enough to read its small print. */
export type PhotoSubject = 'goods' | 'paper'

export type PhotoSource = 'camera' | 'album'

/** A photo that was taken or picked, but not stored yet. */
export interface PickedPhoto {
  /** Shrinks the photo to `PHONE_PHOTO_BYTES`, or a paper to `PAPER_PHOTO_BYTES`, and stores it under `id`. Rejects with a `PhotoError`. */
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
