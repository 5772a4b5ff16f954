import { Text, View } from '@tarojs/components'
import { settingsWords } from '@/locales/shop/settings'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import type { Settings } from './use-settings'
import './save-bar.scss'

/** The bar to save or discard unsaved settings; renders nothing without any. */
export function SaveBar({ settings }: { settings: Settings }) {
  if (!settings.isDirty) return null
  return (
    <View className="save-bar">
      <Text className="save-bar__words" {...aria({ role: 'status' })}>
        {settings.error ?? settingsWords.unsaved}
      </Text>
      <View className="save-bar__do">
        <Button kind="line" size="small" onPress={settings.discard}>
          {settingsWords.forget}
        </Button>
        <View className="save-bar__main">
          <Button busy={settings.saving && settingsWords.saving} onPress={() => void settings.save()}>
            {settingsWords.save}
          </Button>
        </View>
      </View>
    </View>
  )
}
