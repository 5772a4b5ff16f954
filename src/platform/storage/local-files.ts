/** Files on this phone that wait for upload; they persist when the app is closed. */
export interface LocalFiles {
  /** A URL to show or play the file, or `null` if it no longer exists. */
  source(id: string): Promise<string | null>
  /**
   * Uploads the file as multipart field `file`; `progress` receives 0 to 1. Rejects if there is no reply, and with
   * `FileMissingError` if the file no longer exists.
   */
  upload(
    id: string,
    url: string,
    token: string | null,
    progress?: (fraction: number) => void,
  ): Promise<UploadReply>
  drop(id: string): Promise<void>
}

export interface UploadReply {
  status: number
  body: string
}

/** A stored file that no longer exists or could not be stored. */
export class FileMissingError extends Error {}
