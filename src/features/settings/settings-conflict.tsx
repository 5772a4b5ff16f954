import { Text, View } from '@tarojs/components'
import { settingsWords } from '@/locales/zh-CN/settings'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { Side } from '@/ui/side/side'
import { changedFields, formOf, type SettingsField, type SettingsForm } from './settings-form'
import type { Settings } from './use-settings'
import './settings-conflict.scss'

const rowsOf = (fields: SettingsField[], form: SettingsForm, now: number): string[] =>
  fields.map((field) => settingsWords.conflict.row(field, settingsWords.value(field, form[field], now)))

/** Another phone saved these settings meanwhile: what it changed, what was typed here, and which to go on with. */
export function SettingsConflict({ settings }: { settings: Settings }) {
  const { conflict, form } = settings
  if (!conflict) return null
  const words = settingsWords.conflict
  const [before, theirs] = [formOf(conflict.base), formOf(conflict.theirs)]
  const now = Date.now()
  const there = rowsOf(changedFields(before, theirs), theirs, now)
  const mine = rowsOf(changedFields(before, form), form, now)
  return (
    <Sheet title={words.title} onClose={settings.decideLater}>
      <Text className="settings-conflict__text">{words.text}</Text>
      <View className="settings-conflict__sides">
        {there.length > 0 && <Side title={words.theirs} rows={there} />}
        {mine.length > 0 && <Side title={words.mine} rows={mine} />}
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
