import type { SectionDefinition } from './define-section'

/** Gives access to the lazy sections, which may have to be loaded first. */
export interface LazySectionLoader {
  /** The loaded sections; `null` until `load` has resolved. */
  loaded(): Readonly<Record<string, SectionDefinition>> | null
  load(): Promise<void>
}
