import { Text, View } from '@tarojs/components'
import { heading } from '@/platform/heading'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { settingsWords } from '@/words/zh/settings'
import { changedFields, formOf, type SettingsField, type SettingsForm } from './settings-form'
import type { Settings } from './use-settings'
import './settings-conflict.scss'

function Rows({ title, fields, form }: { title: string; fields: SettingsField[]; form: SettingsForm }) {
  const now = Date.now()
  if (fields.length === 0) return null
  return (
    <View className="settings-conflict__side">
      <Text className="settings-conflict__title" {...heading(3)}>
        {title}
      </Text>
      {fields.map((field) => (
        <Text key={field} className="settings-conflict__row">
          {settingsWords.conflict.row(field, settingsWords.value(field, form[field], now))}
        </Text>
      ))}
    </View>
  )
}

/** Another phone saved these settings meanwhile: what it changed, what was typed here, and which to go on with. */
export function SettingsConflict({ settings }: { settings: Settings }) {
  const { conflict, form } = settings
  if (!conflict) return null
  const words = settingsWords.conflict
  const [before, theirs] = [formOf(conflict.base), formOf(conflict.theirs)]
  return (
    <Sheet title={words.title} onClose={settings.decideLater}>
      <Text className="settings-conflict__text">{words.text}</Text>
      <Rows title={words.theirs} fields={changedFields(before, theirs)} form={theirs} />
      <Rows title={words.mine} fields={changedFields(before, form)} form={form} />
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
