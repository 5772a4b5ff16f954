import { choice, settings } from '../../setting-schemas'
import { headForms, headPatterns } from './settings'

export const schema = settings({
  form: choice(headForms),
  pattern: choice(headPatterns),
})
