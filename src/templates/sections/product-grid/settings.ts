import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

/** Products as cards side by side, the first alike or large, with + or the word 买. An empty title shows none. */
export type ProductGridSettings = SettingsOf<typeof schema>

export const productGridDefaults: ProductGridSettings = {
  title: '',
  lead: 'same',
  button: 'plus',
  soldOut: 'last',
}

export const placement: SectionPlacement = { loading: 'core', order: 4 }
