import { choice, settings } from '../../settings-schema'
import { type CategoryTabsSettings, categoryTabsDefaults } from './settings'

export const kind = 'category-tabs'
export const defaults: CategoryTabsSettings = categoryTabsDefaults
export const schema = settings({ form: choice(['chips', 'underline']) })
