import { useState } from 'react'
import type { SlotFulfilment } from '@/domain/order/delivery-slot'
import { deliverySlotsWords as words } from '@/locales/order/delivery-slots'
import { settingsWords } from '@/locales/shop/settings'
import { Button } from '@/ui/button/button'
import { Chip } from '@/ui/chip/chip'
import { Field } from '@/ui/field/field'
import {
  cutOffKey,
  cutOffOf,
  modeOf,
  type SlotMode,
  type SlotRuleForm,
  toggleWeekday,
  withMode,
} from './delivery-slots-form'
import { SettingsRows } from './settings-group'
import { OptionRow, SheetRow } from './sheet-row'
import type { Settings } from './use-settings'

const MODES: readonly SlotMode[] = ['off', 'day', 'half']
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
const CUT_OFFS = ['1-12', '1-18', '1-20', '0-8', '0-10', '0-12', '0-15', '0-17', '0-18'] as const
const AHEAD = ['3', '7', '14', '30'] as const
const PLACES: readonly string[] = ['', '5', '10', '20', '50']

const fieldOf = { local: 'localSlots', pickup: 'pickupSlots' } as const

/** Closes a sheet in which more than one thing is set. */
const doneButton = (close: () => void) => <Button onPress={close}>{words.done}</Button>

/** The days for which buyers order: off, days, or half days, and the rule of them. */
export function DeliverySlotsFields({ kind, settings }: { kind: SlotFulfilment; settings: Settings }) {
  const field = fieldOf[kind]
  const rule = settings.form[field]
  const change = (changed: SlotRuleForm | null) => settings.edit({ [field]: changed })
  const error = settings.invalidFields.includes(field) ? settingsWords.errors[field] : undefined
  return (
    <SettingsRows title={words.title[kind]}>
      <OptionRow
        label={words.how}
        hint={words.howHint}
        options={MODES}
        value={modeOf(rule)}
        describe={(mode) => words.modes[mode as SlotMode]}
        onChange={(mode) => change(withMode(rule, mode))}
      />
      {rule && <RuleFields kind={kind} rule={rule} onChange={change} />}
      {rule && <PlacesField rule={rule} error={error} onChange={change} />}
    </SettingsRows>
  )
}

interface RuleFieldsProps {
  kind: SlotFulfilment
  rule: SlotRuleForm
  onChange(rule: SlotRuleForm): void
}

function RuleFields({ kind, rule, onChange }: RuleFieldsProps) {
  return (
    <>
      <SheetRow label={words.weekdays[kind]} value={words.weekdayList(rule.weekdays)} foot={doneButton}>
        {() =>
          WEEKDAYS.map((day) => (
            <Chip
              key={day}
              on={rule.weekdays.includes(day)}
              onPress={() => onChange(toggleWeekday(rule, day))}
            >
              {words.weekday(day)}
            </Chip>
          ))
        }
      </SheetRow>
      <OptionRow
        label={words.cutOff}
        hint={words.cutOffHint}
        options={CUT_OFFS}
        value={cutOffKey(rule.cutOff)}
        describe={(key) => words.cutOffAt(cutOffOf(key).daysBefore, cutOffOf(key).hour)}
        onChange={(key) => onChange({ ...rule, cutOff: cutOffOf(key) })}
      />
      <OptionRow
        label={words.ahead}
        hint={words.aheadHint}
        options={AHEAD}
        value={String(rule.daysAhead)}
        describe={words.days}
        onChange={(days) => onChange({ ...rule, daysAhead: Number(days) })}
      />
    </>
  )
}

interface PlacesFieldProps {
  rule: SlotRuleForm
  /** The reason why the typed number cannot be saved. */
  error: string | undefined
  onChange(rule: SlotRuleForm): void
}

/** The number of orders that a day or half day can take: a usual number, or another one that is typed. */
function PlacesField({ rule, error, onChange }: PlacesFieldProps) {
  const [isTyped, setIsTyped] = useState(false)
  const isOther = isTyped || !PLACES.includes(rule.places)
  const set = (places: string) => onChange({ ...rule, places })
  return (
    <SheetRow
      label={words.places[rule.halfDays ? 'half' : 'day']}
      value={words.placesOf(rule.places)}
      warn={error}
      hint={words.placesHint}
      foot={isOther ? doneButton : undefined}
      below={
        isOther && (
          <Field
            label={words.placesField}
            kind="number"
            value={rule.places}
            maxLength={5}
            hint={words.placesFieldHint}
            error={error}
            onChange={set}
          />
        )
      }
    >
      {(close) => (
        <>
          {PLACES.map((places) => (
            <Chip
              key={places}
              on={!isOther && places === rule.places}
              onPress={() => {
                setIsTyped(false)
                set(places)
                close()
              }}
            >
              {words.placesOf(places)}
            </Chip>
          ))}
          <Chip on={isOther} onPress={() => setIsTyped(true)}>
            {words.otherPlaces}
          </Chip>
        </>
      )}
    </SheetRow>
  )
}
