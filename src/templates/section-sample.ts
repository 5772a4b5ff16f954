import type { Product } from '@/domain/product/product'
import type { SectionShop } from './section'

/** A filled-in section, for tests: with these settings, and its defaults for all others, buyers see it. */
export interface SectionSample<Settings> {
  settings: Partial<Settings>
  /** A text that buyers see in it. Sections with a title need none: their tests give them one. */
  shows?(shop: SectionShop, products: readonly Product[]): string
}
