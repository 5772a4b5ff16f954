import { choice, longText, settings, shortText } from '../../setting-schemas'
import { MAX_TEXT_LENGTH, textForms } from './settings'

export const schema = settings({ title: shortText, text: longText(MAX_TEXT_LENGTH), form: choice(textForms) })
