import { draws, type Sections } from './draw'
import type { FurtherSettings } from './kinds'
import { TextBlock } from './sections/text-block/section'
import { textBlockDefaults } from './sections/text-block/settings'

/** What some shops have besides. */
export const furtherSections: Sections<keyof FurtherSettings> = {
  'text-block': draws(TextBlock, textBlockDefaults),
}
