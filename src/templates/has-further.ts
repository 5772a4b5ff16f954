import type { Look } from '@/domain/look'
import { firstSections } from './first-sections'

/** Whether a look has sections that do not come with every storefront. */
export const hasFurther = (look: Look): boolean =>
  look.sections.some(({ kind }) => !Object.hasOwn(firstSections, kind))
