import { allTemplates, createLookByName } from '@/templates/all-templates'
import { validateLook } from '@/templates/validate-look'
import type { LookCatalog } from './dependencies'

export const looks: LookCatalog = {
  createLook: createLookByName,
  templates: allTemplates,
  validate: validateLook,
}
