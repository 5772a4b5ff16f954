import { setTranslation, type Translated } from './locales/translation'
import { phoneLanguage } from './platform/device/phone-language'
import type { Words } from './words'

/** All texts in another language. */
export type Translation = Translated<Words>

/** The languages besides Chinese by the first part of their tag, such as `ug`. */
const translations: Readonly<Record<string, Translation>> = {}

// when this module is loaded, since texts are read as soon as theirs are
setTranslation(translations[phoneLanguage().replace(/-.*/, '')] ?? {})
