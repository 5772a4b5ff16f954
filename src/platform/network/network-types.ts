export interface Network {
  isOnline(): Promise<boolean>
  /** Calls back on every change; the returned function stops it. */
  onChange(listener: (online: boolean) => void): () => void
}
