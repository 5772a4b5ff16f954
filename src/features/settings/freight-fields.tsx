import { Card } from '@/ui/card/card'
import { Field } from '@/ui/field/field'
import { settingsWords } from '@/words/zh/settings'
import { SettingsGroup } from './settings-group'
import type { Settings } from './use-settings'

/** What bringing or posting costs, in yuan. */
export function FreightFields({ settings }: { settings: Settings }) {
  const { form, faults, edit } = settings
  const { fields, hints, faults: faultWords } = settingsWords
  return (
    <Card>
      <SettingsGroup title={settingsWords.freight}>
        <Field
          label={fields.fee}
          kind="amount"
          value={form.fee}
          maxLength={10}
          hint={hints.fee}
          fault={faults.includes('fee') ? faultWords.fee : undefined}
          onChange={(fee) => edit({ fee })}
        />
        <Field
          label={fields.freeOver}
          kind="amount"
          value={form.freeOver}
          maxLength={10}
          hint={hints.freeOver}
          fault={faults.includes('freeOver') ? faultWords.freeOver : undefined}
          onChange={(freeOver) => edit({ freeOver })}
        />
      </SettingsGroup>
    </Card>
  )
}
