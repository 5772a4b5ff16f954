import type { SectionSample } from '../../section-sample'
import type { CategoryTabsSettings } from './settings'

export const categoryTabsSample: SectionSample<CategoryTabsSettings> = {
  settings: {},
  shows: (_, products) => products.find(({ category }) => category)?.category ?? '',
}
