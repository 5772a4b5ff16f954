import { choice, longText, settings, shortText } from '../../settings-schema'
import { TEXT_MOST, type TextBlockSettings, textBlockDefaults, textForms } from './settings'

export const kind = 'text-block'
export const defaults: TextBlockSettings = textBlockDefaults
export const schema = settings({ title: shortText, text: longText(TEXT_MOST), form: choice(textForms) })
