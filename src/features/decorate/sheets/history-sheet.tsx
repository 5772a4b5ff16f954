import { Text, View } from '@tarojs/components'
import { decorateWords } from '@/locales/decorate'
import { momentWords } from '@/locales/time'
import { aria } from '@/platform/a11y/aria'
import type { KnownTemplate } from '@/templates/known-template'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { LookPicture } from '../miniature/look-picture'
import type { LookState } from '../sync/use-publish'

const words = decorateWords.history

interface HistorySheetProps {
  history: LookState['history']
  known: readonly KnownTemplate[]
  /** The version that is being restored. */
  restoring: number | undefined
  message: string | undefined
  onRestore(version: number): void
  onClose(): void
}

/** The published versions of the look, newest first; an older one is restored with one tap. */
export function HistorySheet({ history, known, restoring, message, onRestore, onClose }: HistorySheetProps) {
  const now = Date.now()
  const titleOf = (name: string) => known.find((template) => template.name === name)?.title ?? name
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className="decorate-list">
        <Text className="decorate-form__hint">{words.text}</Text>
        {message && (
          <Text className="photos-field__fault" {...aria({ role: 'alert' })}>
            {message}
          </Text>
        )}
        {history.map(({ version, at, template, outline }, place) => {
          const when = momentWords(at, now)
          return (
            <View key={version} className="decorate-list__past">
              <LookPicture outline={outline} />
              <View className="decorate-list__beside">
                <View className="decorate-list__words">
                  <Text className="decorate-list__title">{when}</Text>
                  <Text className="decorate-list__note">{titleOf(template)}</Text>
                </View>
                {place === 0 ? (
                  <Text className="decorate-list__note">{words.now}</Text>
                ) : (
                  <Button
                    kind="soft"
                    size="small"
                    label={`${words.back}，${when}`}
                    busy={restoring === version && words.busy}
                    disabled={restoring !== undefined}
                    onPress={() => onRestore(version)}
                  >
                    {words.back}
                  </Button>
                )}
              </View>
            </View>
          )
        })}
      </View>
    </Sheet>
  )
}
