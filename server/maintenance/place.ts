import type { Installation } from './backup'
import type { Tell } from './copy-rows'
import type { Staged } from './stage'

/** Somewhere the database of a backup is to be put, which is free for it. */
export interface Place {
  /** Puts it there, and the secret that belongs to it, in one step. */
  put(): Promise<void>
  letGo(): void
}

export interface Putting {
  staged: Staged
  installation: Installation
  /** What is there may be put aside. */
  replace: boolean
  /** The folder for that, made when it is asked for. */
  aside: () => string
  tell: Tell
}

export const OCCUPIED = 'Add --replace to put the backup in its place; what is there now is kept beside it.'
