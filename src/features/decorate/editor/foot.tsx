import { Text, View } from '@tarojs/components'
import { decorateWords as words } from '@/locales/zh-CN/decorate'
import { aria } from '@/platform/a11y/aria'
import { pressable } from '@/platform/a11y/pressable'
import { Button } from '@/ui/button/button'
import { Icon, type IconName } from '@/ui/icon/icon'
import type { Saving } from '../sync/use-autosave'

interface FootProps {
  saving: Saving
  undo: (() => void) | undefined
  redo: (() => void) | undefined
  /** Buyers see what is decorated here. */
  asShown: boolean
  /** There is something to put before buyers. */
  ready: boolean
  busy: boolean
  trouble: string | undefined
  onPublish(): void
  onDecide(): void
}

const sayingOf = (saving: Saving): string => {
  if (saving.kind === 'waiting' || saving.kind === 'refused') return words.saving[saving.kind](saving.failure)
  return words.saving[saving.kind]
}

/** What is saved, the way back and forth, and the one thing that buyers see. */
export function Foot({ saving, undo, redo, asShown, ready, busy, trouble, onPublish, onDecide }: FootProps) {
  return (
    <View className="decorate-foot">
      <View className="decorate-foot__state">
        <View className="decorate-foot__says">
          <Text className="decorate-foot__saving" {...aria({ role: 'status' })}>
            {sayingOf(saving)}
          </Text>
          {saving.kind === 'told' && (
            <Button kind="line" size="small" onPress={onDecide}>
              {words.decide}
            </Button>
          )}
        </View>
      </View>
      {trouble && (
        <Text className="decorate-foot__trouble" {...aria({ role: 'alert' })}>
          {trouble}
        </Text>
      )}
      <View className="decorate-foot__do">
        <View className="decorate-foot__steps">
          <Step icon="left" label={words.undo} run={undo} />
          <Step icon="right" label={words.redo} run={redo} />
          <View className="decorate-foot__publish">
            <Button busy={busy && words.publishing} disabled={asShown || !ready} onPress={onPublish}>
              {asShown ? words.asShown : words.publish}
            </Button>
          </View>
        </View>
      </View>
    </View>
  )
}

function Step({ icon, label, run }: { icon: IconName; label: string; run: (() => void) | undefined }) {
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
