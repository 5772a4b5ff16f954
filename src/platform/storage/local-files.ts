/** A file on this phone that waits to be sent; it outlives the app. */
export interface LocalFiles {
  /** An address that it can be shown or played from, or `null` when it is gone. */
  source(id: string): Promise<string | null>
  /** Sends it as multipart field `file`; `progress` gets 0 to 1. Rejects when no answer comes, with `FileMissingError` when there is none. */
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

/** It was chosen or recorded, but cannot be read any more. */
export class FileMissingError extends Error {}
