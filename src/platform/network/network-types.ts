export interface Network {
  isOnline(): Promise<boolean>
  /** Calls back on every change; the result stops it. */
  onChange(listener: (online: boolean) => void): () => void
}
