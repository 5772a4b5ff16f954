import { Text } from '@tarojs/components'
import type { SharedPart } from '@/domain/shop/help'
import { settingsWords } from '@/locales/shop/settings'
import { SettingField } from './setting-field'
import { SettingsGroup } from './settings-group'
import type { Settings } from './use-settings'

interface BasicsFieldsProps {
  settings: Settings
  /** True for the parts that the person may change. */
  may(part: SharedPart): boolean
}

/** The shop's name, phone, WeChat id, place and notice. */
export const BasicsFields = ({ settings, may }: BasicsFieldsProps) => (
  <SettingsGroup>
    {may('settings') && <SettingField settings={settings} name="name" />}
    {may('contact') ? (
      <>
        <SettingField settings={settings} name="phone" />
        <SettingField settings={settings} name="wechatId" />
      </>
    ) : (
      <Text className="settings-group__text">{settingsWords.contactShut}</Text>
    )}
    {may('settings') && (
      <>
        <SettingField settings={settings} name="place" />
        <SettingField settings={settings} name="notice" />
      </>
    )}
  </SettingsGroup>
)
