import type { SectionSample } from '../../section-sample'
import type { FeaturedProductSettings } from './settings'

export const featuredProductSample: SectionSample<FeaturedProductSettings> = {
  settings: {},
  shows: (_, [first]) => first?.name ?? '',
}
