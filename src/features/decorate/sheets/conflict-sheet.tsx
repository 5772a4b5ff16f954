import { Text, View } from '@tarojs/components'
import { seeds } from '@/domain/look/palette'
import { decorateWords, seedNames } from '@/locales/look/decorate'
import type { KnownTemplate } from '@/templates/known-template'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { ConflictSide } from '@/ui/side/side'
import { LookPicture } from '../miniature/look-picture'
import type { Design } from '../model/design'
import { sectionWordsOf } from '../model/section-words'

const words = decorateWords.conflict

function rowsOf({ template, theme, sections }: Design, known: readonly KnownTemplate[]): string[] {
  const title = known.find(({ name }) => name === template)?.title ?? template
  const at = (seeds as readonly string[]).indexOf(theme.seed)
  return [
    words.template(title),
    words.color(seedNames[at] ?? decorateWords.ownColor),
    words.sections(sections.map(({ kind }) => sectionWordsOf(kind).title).join('、')),
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

/** Shown when another phone has changed the draft: where the two drafts differ, and a button to keep either. */
export function ConflictSheet({ mine, theirs, known, onMine, onTheirs, onClose }: ConflictSheetProps) {
  const [myRows, theirRows] = [rowsOf(mine, known), rowsOf(theirs, known)]
  const differing = (rows: string[], others: string[]) => {
    const found = rows.filter((row) => !others.includes(row))
    return found.length > 0 ? found : [words.same]
  }
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className="decorate-conflict">
        <Text>{words.text}</Text>
        <ConflictSide
          title={words.theirs}
          rows={differing(theirRows, myRows)}
          picture={<LookPicture outline={theirs} />}
        />
        <ConflictSide
          title={words.mine}
          rows={differing(myRows, theirRows)}
          picture={<LookPicture outline={mine} />}
        />
        <Button onPress={onMine}>{words.keepMine}</Button>
        <Button kind="line" onPress={onTheirs}>
          {words.takeTheirs}
        </Button>
        <Text className="decorate-form__hint">{words.note}</Text>
      </View>
    </Sheet>
  )
}
