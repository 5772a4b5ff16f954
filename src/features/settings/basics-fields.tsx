import { settingsWords } from '@/locales/zh-CN/settings'
import { Card } from '@/ui/card/card'
import { Field } from '@/ui/field/field'
import { SettingsGroup } from './settings-group'
import type { Settings } from './use-settings'

/** Name, place, phone and a word to buyers. */
export function BasicsFields({ settings }: { settings: Settings }) {
  const { form, faults, edit } = settings
  const { fields, hints, faults: faultWords } = settingsWords
  return (
    <Card>
      <SettingsGroup title={settingsWords.basics}>
        <Field
          label={fields.name}
          value={form.name}
          maxLength={20}
          hint={hints.name}
          fault={faults.includes('name') ? faultWords.name : undefined}
          onChange={(name) => edit({ name })}
        />
        <Field
          label={fields.phone}
          kind="phone"
          value={form.phone}
          maxLength={20}
          hint={hints.phone}
          fault={faults.includes('phone') ? faultWords.phone : undefined}
          onChange={(phone) => edit({ phone })}
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
