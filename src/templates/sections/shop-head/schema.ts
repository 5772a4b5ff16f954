import { choice, settings } from '../../settings-schema'
import { headForms, headPatterns } from './settings'

export const schema = settings({
  form: choice(headForms),
  pattern: choice(headPatterns),
})
