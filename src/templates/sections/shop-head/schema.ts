import { choice, settings } from '../../settings-schema'
import { headForms, headPatterns, type ShopHeadSettings, shopHeadDefaults } from './settings'

export const kind = 'shop-head'
export const defaults: ShopHeadSettings = shopHeadDefaults
export const schema = settings({
  form: choice(headForms),
  pattern: choice(headPatterns),
})
