import { lookFaults } from '@/templates/check'
import { lookOf, templates } from '@/templates/registry'
import type { Looks } from './parts'

/** The project's own templates. */
export const looks: Looks = { lookOf, templates, faults: lookFaults }
