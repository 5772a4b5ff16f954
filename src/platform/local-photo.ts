/** A photo on this phone, not yet on the server; it outlives the app. */
export interface LocalPhotos {
  /** Takes or picks a photo, shrinks it to `PHONE_PHOTO_BYTES` and keeps it under `id`; `false` when nothing was chosen. */
  pick(id: string, from: 'camera' | 'album'): Promise<boolean>
  /** An address that an Image can show, or `null` when the photo is gone. */
  source(id: string): Promise<string | null>
  /** Sends it as multipart field `file`; `progress` gets 0 to 1. Rejects when no answer comes. */
  upload(
    id: string,
    url: string,
    token: string | null,
    progress?: (part: number) => void,
  ): Promise<UploadReply>
  drop(id: string): Promise<void>
}

export interface UploadReply {
  status: number
  body: string
}

/** The photo was chosen but cannot be read as a picture. */
export class UnreadablePhoto extends Error {}
