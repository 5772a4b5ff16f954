import type { SectionSample } from '../../section-sample'
import type { TextBlockSettings } from './settings'

export const textBlockSample: SectionSample<TextBlockSettings> = { settings: { text: '三十年了' } }
