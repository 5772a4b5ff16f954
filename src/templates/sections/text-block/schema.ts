import { choice, longText, settings, shortText } from '../../setting-schemas'
import { TEXT_MOST, textForms } from './settings'

export const schema = settings({ title: shortText, text: longText(TEXT_MOST), form: choice(textForms) })
