import { allTemplates, anyLookOf } from '@/templates/all-templates'
import { lookFaults } from '@/templates/check'
import type { Looks } from './dependencies'

/** The project's own templates. */
export const looks: Looks = { lookOf: anyLookOf, templates: allTemplates, faults: lookFaults }
