import type { SectionDefinition } from './define-section'

/** Further sections, which may have to be loaded first. */
export interface LazySectionLoader {
  /** What is there now; `null` until they are loaded. */
  now(): Readonly<Record<string, SectionDefinition>> | null
  load(): Promise<void>
}
