import type { Look } from '@/domain/look/look'
import { coreSections } from './generated/core-sections'

/** True if a look has sections that are not core sections. */
export const hasLazySections = (look: Look): boolean =>
  look.sections.some(({ kind }) => !Object.hasOwn(coreSections, kind))
