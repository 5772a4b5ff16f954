import { FileGone, type LocalFiles } from './local-files'

/** A photo on this phone, not yet on the server. */
export interface LocalPhotos extends LocalFiles {
  /** Takes or picks a photo, shrinks it to `PHONE_PHOTO_BYTES` and keeps it under `id`; `false` when nothing was chosen. */
  pick(id: string, from: 'camera' | 'album'): Promise<boolean>
}

/** The photo was chosen but cannot be read as a picture. */
export class UnreadablePhoto extends FileGone {}
