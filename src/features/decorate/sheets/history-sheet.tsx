import { Text, View } from '@tarojs/components'
import { decorateWords } from '@/locales/look/decorate'
import { momentWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import type { KnownTemplate } from '@/templates/known-template'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { Alert } from '@/ui/text/alert'
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
  const now = serverNow()
  const titleOf = (name: string) => known.find((template) => template.name === name)?.title ?? name
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className="decorate-list">
        <Text className="decorate-form__hint">{words.text}</Text>
        <Alert className="photos-field__error">{message}</Alert>
        {history.map((past, place) => (
          <PastLook
            key={past.version}
            past={past}
            when={momentWords(past.at, now)}
            template={titleOf(past.template)}
            isCurrent={place === 0}
            restoring={restoring}
            onRestore={() => onRestore(past.version)}
          />
        ))}
      </View>
    </Sheet>
  )
}

interface PastLookProps {
  past: LookState['history'][number]
  when: string
  template: string
  isCurrent: boolean
  restoring: number | undefined
  onRestore(): void
}

function PastLook({ past, when, template, isCurrent, restoring, onRestore }: PastLookProps) {
  return (
    <View className="decorate-list__past">
      <LookPicture outline={past.outline} />
      <View className="decorate-list__beside">
        <View className="decorate-list__words">
          <Text className="decorate-list__title">{when}</Text>
          <Text className="decorate-list__note">{template}</Text>
        </View>
        {isCurrent ? (
          <Text className="decorate-list__note">{words.now}</Text>
        ) : (
          <Button
            kind="soft"
            size="small"
            label={`${words.back}，${when}`}
            busy={restoring === past.version && words.busy}
            disabled={restoring !== undefined}
            onPress={onRestore}
          >
            {words.back}
          </Button>
        )}
      </View>
    </View>
  )
}
