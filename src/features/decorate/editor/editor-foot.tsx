import { Text, View } from '@tarojs/components'
import { decorateWords as words } from '@/locales/look/decorate'
import { pressable } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Icon, type IconName } from '@/ui/icon/icon'
import { Alert, Status } from '@/ui/text/alert'
import { designOf, isSameDesign } from '../model/design'
import type { OpenSheet } from '../sheets/sheets'
import type { SaveState } from '../sync/use-autosave'
import type { LookState } from '../sync/use-publish'
import type { LookEditing } from './use-look-editing'

interface EditorFootProps {
  editing: LookEditing
  state: LookState
  onOpen(sheet: OpenSheet): void
}

const saveStateWords = (saving: SaveState): string => {
  if (saving.kind === 'waiting' || saving.kind === 'refused') return words.saving[saving.kind](saving.failure)
  return words.saving[saving.kind]
}

/** Shows the save state, undo and redo, and the publish button. */
export function EditorFoot({ editing, state, onOpen }: EditorFootProps) {
  const { autosave, publishing, pendingUploads, publish } = editing
  const { design, undo, redo } = editing.designEditor
  const isEmpty = design.sections.length === 0
  const isPublished = isSameDesign(design, designOf(state.published))
  return (
    <View className="decorate-foot">
      <SaveStatus saving={autosave.saving} onDecide={() => onOpen({ name: 'conflict' })} />
      <Alert className="decorate-foot__trouble">{isEmpty ? words.nothing : publishing.message}</Alert>
      <View className="decorate-foot__do">
        <View className="decorate-foot__steps">
          <HistoryButton icon="left" label={words.undo} run={undo} />
          <HistoryButton icon="right" label={words.redo} run={redo} />
          <View className="decorate-foot__publish">
            <Button
              busy={publishing.busy && words.publishing}
              disabled={isPublished || isEmpty}
              onPress={() => (pendingUploads ? onOpen({ name: 'pending-uploads' }) : publish())}
            >
              {isPublished ? words.asShown : words.publish}
            </Button>
          </View>
        </View>
      </View>
    </View>
  )
}

function SaveStatus({ saving, onDecide }: { saving: SaveState; onDecide(): void }) {
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
