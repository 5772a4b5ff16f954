import type { Draw } from './draw'

/** Further sections, which may have to be loaded first. */
export interface Further {
  /** What is there now; `null` until they are loaded. */
  now(): Readonly<Record<string, Draw>> | null
  load(): Promise<void>
}
