import { settingsWords } from '@/locales/settings'
import { Card } from '@/ui/card/card'
import { Field } from '@/ui/field/field'
import { SettingsGroup } from './settings-group'
import type { Settings } from './use-settings'

/** The shop's name, phone, WeChat id, place and notice. */
export function BasicsFields({ settings }: { settings: Settings }) {
  const { form, invalidFields, edit } = settings
  const { fields, hints, faults: messages } = settingsWords
  const errorOf = (field: 'name' | 'phone' | 'wechatId') =>
    invalidFields.includes(field) ? messages[field] : undefined
  return (
    <Card>
      <SettingsGroup title={settingsWords.basics}>
        <Field
          label={fields.name}
          value={form.name}
          maxLength={20}
          hint={hints.name}
          error={errorOf('name')}
          onChange={(name) => edit({ name })}
        />
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
      </SettingsGroup>
    </Card>
  )
}
