import { choice, longText, settings, shortText } from '../../settings-schema'
import { TEXT_MOST, textForms } from './settings'

export const schema = settings({ title: shortText, text: longText(TEXT_MOST), form: choice(textForms) })
