import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { addDays, type Day, dayOf } from '@/domain/day'
import { addMonths, monthOf } from '@/domain/month'
import { fulfilments } from '@/domain/order/fulfilment'
import { nearSlotWords } from '@/locales/day'
import { findOrdersWords as words } from '@/locales/order/find-orders'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { moneyWords } from '@/locales/payment/money'
import { aria } from '@/platform/a11y/aria'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Button } from '@/ui/button/button'
import { Chip } from '@/ui/chip/chip'
import { PeriodSwitch } from '@/ui/period-switch/period-switch'
import { Sheet } from '@/ui/sheet/sheet'
import { exactFilters, type FilterCounts, type OrderFilter } from './order-filter'
import { firstEarlierDay, firstMonth, type OrderFinder } from './order-finder'
import type { Grouping } from './order-groups'
import './condition-sheets.scss'

/** The conditions of the list and how its orders are divided. */
export interface ListConditions {
  filter: OrderFilter
  counts: FilterCounts
  onFilter(filter: OrderFilter): void
  finder: OrderFinder
  change(part: Partial<OrderFinder>): void
  /** True if buyers choose the day of an order. */
  hasSlots: boolean
  /** The days for which orders of the list are. */
  slotDays: readonly Day[]
  grouping: Grouping
  onGroup(grouping: Grouping): void
}

type ConditionSheetProps = ListConditions & { onClose(): void }

const ConditionSheet = ({
  title,
  onClose,
  children,
}: {
  title: string
  onClose(): void
  children: ReactNode
}) => (
  <Sheet title={title} onClose={onClose} foot={<Button onPress={onClose}>{words.show}</Button>}>
    <View className="condition-sheet">{children}</View>
  </Sheet>
)

/** The day for which orders are, or on which they were placed where buyers choose none. */
export function DaySheet({ finder, change, hasSlots, slotDays, onClose }: ConditionSheetProps) {
  const { slotDay } = finder
  const today = dayOf(serverNow())
  const days = slotDay === 'all' || slotDays.includes(slotDay) ? slotDays : [...slotDays, slotDay].sort()
  return (
    <ConditionSheet title={words.which} onClose={onClose}>
      {hasSlots ? (
        <>
          <Choices
            label={words.slotDay}
            options={{
              all: words.slotDays.all,
              ...Object.fromEntries(days.map((day) => [day, nearSlotWords({ day, part: 'day' }, today)])),
            }}
            keys={['all', ...days]}
            value={slotDay}
            onChange={(day) => change({ slotDay: day })}
          />
          <DaySwitch day={slotDay === 'all' ? today : slotDay} onChange={(day) => change({ slotDay: day })} />
        </>
      ) : (
        <OrderDay value={finder.day} onChange={(day) => change({ day })} />
      )}
    </ConditionSheet>
  )
}

/** Filters that are hidden while they have no orders. */
const occasional: readonly OrderFilter[] = ['cancel-request', 'refund']

/** The exact state, way of delivery, payment and day of the orders, and how they are divided. */
export function FilterSheet({ onClose, ...list }: ConditionSheetProps) {
  const { filter, counts, onFilter, finder, change, hasSlots, grouping, onGroup } = list
  const shown = exactFilters.filter(
    (key) => !occasional.includes(key) || filter === key || Boolean(counts[key]),
  )
  const states = shown.map((key) => [
    key,
    sellerOrdersWords.filterWithCount(sellerOrdersWords.filters[key], counts[key] ?? 0),
  ])
  return (
    <ConditionSheet title={words.filterTitle} onClose={onClose}>
      <Choices<OrderFilter>
        label={words.state}
        options={Object.fromEntries(states)}
        keys={shown}
        value={filter}
        onChange={onFilter}
      />
      {hasSlots && <OrderDay value={finder.day} onChange={(day) => change({ day })} />}
      <Choices
        label={words.fulfilment}
        options={words.fulfilments}
        keys={['all', ...fulfilments]}
        value={finder.fulfilment}
        onChange={(fulfilment) => change({ fulfilment, waybill: 'all' })}
      />
      {finder.fulfilment === 'courier' && (
        <Choices
          label={words.waybill}
          options={words.waybills}
          keys={['all', 'missing']}
          value={finder.waybill}
          onChange={(waybill) => change({ waybill })}
        />
      )}
      <Choices
        label={words.payment}
        options={words.payments}
        keys={['all', 'paid', 'due']}
        value={finder.payment}
        onChange={(payment) => change({ payment })}
      />
      <Choices
        label={words.grouping}
        options={words.groupings}
        keys={['none', 'place', 'fulfilment']}
        value={grouping}
        onChange={onGroup}
      />
    </ConditionSheet>
  )
}

interface OrderDayProps {
  value: OrderFinder['day']
  onChange(day: OrderFinder['day']): void
}

/** The day or the month on which orders were placed. */
function OrderDay({ value, onChange }: OrderDayProps) {
  const now = serverNow()
  const choose = (key: keyof typeof words.days) => {
    if (key === 'earlier') onChange({ on: firstEarlierDay(value, now) })
    else onChange(key === 'month' ? { in: firstMonth(value, now) } : key)
  }
  return (
    <>
      <Choices
        label={words.day}
        options={words.days}
        keys={['all', 'today', 'yesterday', 'earlier', 'month']}
        value={typeof value === 'string' ? value : 'on' in value ? 'earlier' : 'month'}
        onChange={choose}
      />
      {typeof value === 'object' && 'on' in value && (
        <DaySwitch day={value.on} last={dayOf(now)} onChange={(on) => onChange({ on })} />
      )}
      {typeof value === 'object' && 'in' in value && (
        <PeriodSwitch
          labels={moneyWords.switch}
          isLast={value.in >= monthOf(now)}
          shown={moneyWords.month(value.in)}
          onChange={(by) => onChange({ in: addMonths(value.in, by) })}
        />
      )}
    </>
  )
}

interface DaySwitchProps {
  day: Day
  last?: Day
  onChange(day: Day): void
}

/** A day, with buttons to the ones beside it. */
function DaySwitch({ day, last, onChange }: DaySwitchProps) {
  return (
    <PeriodSwitch
      labels={words.daySwitch}
      isLast={last !== undefined && day >= last}
      shown={words.shownDay(day, dayOf(serverNow()))}
      onChange={(by) => onChange(addDays(day, by))}
    />
  )
}

interface ChoicesProps<Key extends string> {
  label: string
  options: Readonly<Record<string, string>>
  keys: readonly Key[]
  value: Key
  onChange(key: Key): void
}

function Choices<Key extends string>({ label, options, keys, value, onChange }: ChoicesProps<Key>) {
  return (
    <View>
      <Text className="condition-sheet__label">{label}</Text>
      <View className="condition-sheet__choices" {...aria({ role: 'radiogroup', label })}>
        {keys.map((key) => (
          <Chip key={key} role="radio" on={key === value} onPress={() => onChange(key)}>
            {options[key] ?? ''}
          </Chip>
        ))}
      </View>
    </View>
  )
}
