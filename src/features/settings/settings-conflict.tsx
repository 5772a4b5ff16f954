import { Text, View } from '@tarojs/components'
import { settingsWords } from '@/locales/shop/settings'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { ConflictSide } from '@/ui/side/side'
import { changedFields, formFromShop, type SettingsField, type SettingsForm } from './settings-form'
import type { Settings } from './use-settings'
import './settings-conflict.scss'

const rowsOf = (fields: SettingsField[], form: SettingsForm, now: number): string[] =>
  fields.map((field) => settingsWords.conflict.row(field, settingsWords.value(field, form[field], now)))

/** A version conflict of the settings: shows both sets of changes and lets the owner choose one. */
export function SettingsConflict({ settings }: { settings: Settings }) {
  const { conflict, form } = settings
  if (!conflict) return null
  const words = settingsWords.conflict
  const [before, theirs] = [formFromShop(conflict.base), formFromShop(conflict.theirs)]
  const now = serverNow()
  const theirRows = rowsOf(changedFields(before, theirs), theirs, now)
  const mineRows = rowsOf(changedFields(before, form), form, now)
  return (
    <Sheet title={words.title} onClose={settings.postpone}>
      <Text className="settings-conflict__text">{words.text}</Text>
      <View className="settings-conflict__sides">
        {theirRows.length > 0 && <ConflictSide title={words.theirs} rows={theirRows} />}
        {mineRows.length > 0 && <ConflictSide title={words.mine} rows={mineRows} />}
      </View>
      <View className="settings-conflict__do">
        <Button onPress={() => void settings.keepMine()}>{words.keepMine}</Button>
        <Text className="settings-conflict__note">{words.keepMineNote}</Text>
        <Button kind="line" onPress={settings.takeTheirs}>
          {words.takeTheirs}
        </Button>
      </View>
    </Sheet>
  )
}
