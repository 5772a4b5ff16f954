import { Text } from '@tarojs/components'
import { settingsWords } from '@/locales/shop/settings'
import { Field } from '@/ui/field/field'
import { SettingsGroup } from './settings-group'
import type { Settings } from './use-settings'

interface BasicsFieldsProps {
  settings: Settings
  /** True for a helper with whom the owner shares only her phone and WeChat id. */
  isContactOnly: boolean
  /** True for a helper with whom she does not share these two. */
  isContactShut: boolean
}

/** The shop's name, phone, WeChat id, place and notice. */
export function BasicsFields({ settings, isContactOnly, isContactShut }: BasicsFieldsProps) {
  const { form, invalidFields, edit } = settings
  const { fields, hints, faults: messages } = settingsWords
  const errorOf = (field: 'name' | 'phone' | 'wechatId') =>
    invalidFields.includes(field) ? messages[field] : undefined
  return (
    <SettingsGroup>
      {!isContactOnly && (
        <Field
          label={fields.name}
          value={form.name}
          maxLength={20}
          hint={hints.name}
          error={errorOf('name')}
          onChange={(name) => edit({ name })}
        />
      )}
      {isContactShut ? (
        <Text className="settings-group__text">{settingsWords.contactShut}</Text>
      ) : (
        <>
          <Field
            label={fields.phone}
            kind="phone"
            value={form.phone}
            maxLength={20}
            hint={hints.phone}
            error={errorOf('phone')}
            onChange={(phone) => edit({ phone })}
          />
          <Field
            label={fields.wechatId}
            value={form.wechatId}
            maxLength={20}
            hint={hints.wechatId}
            error={errorOf('wechatId')}
            onChange={(wechatId) => edit({ wechatId })}
          />
        </>
      )}
      {!isContactOnly && (
        <>
          <Field
            label={fields.place}
            value={form.place}
            maxLength={30}
            hint={hints.place}
            onChange={(place) => edit({ place })}
          />
          <Field
            label={fields.notice}
            kind="lines"
            value={form.notice}
            maxLength={60}
            hint={hints.notice}
            onChange={(notice) => edit({ notice })}
          />
        </>
      )}
    </SettingsGroup>
  )
}
