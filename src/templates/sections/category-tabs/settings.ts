import type { SectionPlacement } from '../../section-placement'

/** Tabs of the shop's categories; not shown while there are fewer than two. */
export type CategoryTabsSettings = {
  form: 'chips' | 'underline'
}

export const categoryTabsDefaults: CategoryTabsSettings = { form: 'chips' }

export const placement: SectionPlacement = { loading: 'core', order: 3 }
