import { Text, View } from '@tarojs/components'
import { decorateWords as words } from '@/locales/look/decorate'
import { pressable } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Icon, type IconName } from '@/ui/icon/icon'
import { Alert, Status } from '@/ui/text/alert'
import type { SaveState } from '../sync/use-autosave'

interface EditorFootProps {
  saving: SaveState
  undo: (() => void) | undefined
  redo: (() => void) | undefined
  /** The design is what buyers see. */
  isPublished: boolean
  /** The design has at least one section. */
  canPublish: boolean
  isPublishing: boolean
  message: string | undefined
  onPublish(): void
  onDecide(): void
}

const saveStateWords = (saving: SaveState): string => {
  if (saving.kind === 'waiting' || saving.kind === 'refused') return words.saving[saving.kind](saving.failure)
  return words.saving[saving.kind]
}

/** Shows the save state, undo and redo, and the publish button. */
export function EditorFoot({
  saving,
  undo,
  redo,
  isPublished,
  canPublish,
  isPublishing,
  message,
  onPublish,
  onDecide,
}: EditorFootProps) {
  return (
    <View className="decorate-foot">
      <SaveStatus saving={saving} onDecide={onDecide} />
      <Alert className="decorate-foot__trouble">{message}</Alert>
      <View className="decorate-foot__do">
        <View className="decorate-foot__steps">
          <HistoryButton icon="left" label={words.undo} run={undo} />
          <HistoryButton icon="right" label={words.redo} run={redo} />
          <View className="decorate-foot__publish">
            <Button
              busy={isPublishing && words.publishing}
              disabled={isPublished || !canPublish}
              onPress={onPublish}
            >
              {isPublished ? words.asShown : words.publish}
            </Button>
          </View>
        </View>
      </View>
    </View>
  )
}

function SaveStatus({ saving, onDecide }: Pick<EditorFootProps, 'saving' | 'onDecide'>) {
  return (
    <View className="decorate-foot__state">
      <View className="decorate-foot__says">
        <Status className="decorate-foot__saving">{saveStateWords(saving)}</Status>
        {saving.kind === 'conflict' && (
          <Button kind="line" size="small" onPress={onDecide}>
            {words.decide}
          </Button>
        )}
      </View>
    </View>
  )
}

function HistoryButton({
  icon,
  label,
  run,
}: {
  icon: IconName
  label: string
  run: (() => void) | undefined
}) {
  return (
    <View
      className={`decorate-foot__step ${run ? '' : 'decorate-foot__step--off'}`}
      {...pressable(label, run ?? (() => undefined), { disabled: run === undefined })}
    >
      <Icon name={icon} size={24} />
      <Text>{label}</Text>
    </View>
  )
}
