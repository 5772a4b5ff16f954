import { Text, View } from '@tarojs/components'
import { seeds } from '@/domain/palette'
import { decorateWords, seedNames } from '@/locales/zh-CN/decorate'
import type { KnownTemplate } from '@/templates/known'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { Side } from '@/ui/side/side'
import { LookPicture } from '../miniature/look-picture'
import type { Design } from '../model/design'
import { wordsOf } from '../model/section-words'

const words = decorateWords.conflict

function rowsOf({ template, theme, sections }: Design, known: readonly KnownTemplate[]): string[] {
  const title = known.find(({ name }) => name === template)?.title ?? template
  const at = (seeds as readonly string[]).indexOf(theme.seed)
  return [
    words.template(title),
    words.colour(seedNames[at] ?? decorateWords.ownColour),
    words.sections(sections.map(({ kind }) => wordsOf(kind).title).join('、')),
  ]
}

interface ConflictSheetProps {
  mine: Design
  theirs: Design
  known: readonly KnownTemplate[]
  onMine(): void
  onTheirs(): void
  onClose(): void
}

/** Another phone changed the look meanwhile: where the two differ, and which to go on with. */
export function ConflictSheet({ mine, theirs, known, onMine, onTheirs, onClose }: ConflictSheetProps) {
  const [here, there] = [rowsOf(mine, known), rowsOf(theirs, known)]
  const differing = (rows: string[], others: string[]) => {
    const found = rows.filter((row) => !others.includes(row))
    return found.length > 0 ? found : [words.same]
  }
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className="decorate-conflict">
        <Text>{words.text}</Text>
        <Side title={words.theirs} rows={differing(there, here)} picture={<LookPicture outline={theirs} />} />
        <Side title={words.mine} rows={differing(here, there)} picture={<LookPicture outline={mine} />} />
        <Button onPress={onMine}>{words.keepMine}</Button>
        <Button kind="line" onPress={onTheirs}>
          {words.takeTheirs}
        </Button>
        <Text className="decorate-form__hint">{words.note}</Text>
      </View>
    </Sheet>
  )
}
