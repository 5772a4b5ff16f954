import { Text, View } from '@tarojs/components'
import { addDays, type Day, dayOf } from '@/domain/day'
import { addMonths, monthOf } from '@/domain/month'
import { fulfilments } from '@/domain/order/fulfilment'
import { MAX_SEARCH_LENGTH } from '@/domain/search'
import { findOrdersWords as words } from '@/locales/order/find-orders'
import { moneyWords } from '@/locales/payment/money'
import { aria } from '@/platform/a11y/aria'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Chip } from '@/ui/chip/chip'
import { Field } from '@/ui/field/field'
import { useTypedText } from '@/ui/field/use-typed-text'
import { PeriodSwitch } from '@/ui/period-switch/period-switch'
import { firstEarlierDay, firstMonth, type OrderFinder } from './order-finder'
import './find-orders.scss'

interface FindOrdersProps {
  value: OrderFinder
  /** True if buyers choose the day of an order. */
  hasSlots: boolean
  /** The text has or gets the focus. */
  isFocused: boolean
  onBlur(): void
  isOpen: boolean
  onOpen(): void
  onChange(finder: OrderFinder): void
  /** Closes the search and shows all orders. */
  onShowAll(): void
}

/** Looks for orders by text, day, way of delivery and payment; a button until it is opened. */
export function FindOrders(props: FindOrdersProps) {
  const { value, hasSlots, isFocused, onBlur, isOpen, onOpen, onChange, onShowAll } = props
  const [search, setSearch] = useTypedText(value.search, (typed) => onChange({ ...value, search: typed }))
  if (!isOpen)
    return (
      <Button kind="soft" size="small" icon="search" onPress={onOpen}>
        {words.open}
      </Button>
    )
  const set = (part: Partial<OrderFinder>) => onChange({ ...value, search, ...part })
  const showAll = () => {
    setSearch('')
    onShowAll()
  }
  return (
    <Card>
      <View className="find-orders">
        {value.buyer !== 'all' && <Text className="find-orders__label">{words.oneBuyer}</Text>}
        <Field
          label={words.label}
          value={search}
          placeholder={words.placeholder}
          maxLength={MAX_SEARCH_LENGTH}
          focus={isFocused}
          onBlur={onBlur}
          onChange={setSearch}
        />
        <OrderDay value={value.day} onChange={(day) => set({ day })} />
        {(hasSlots || value.slotDay !== 'all') && (
          <Choices
            label={words.slotDay}
            options={words.slotDays}
            keys={['all', 'today', 'tomorrow', 'other']}
            value={typeof value.slotDay === 'string' ? value.slotDay : 'other'}
            onChange={(day) =>
              set({ slotDay: day === 'other' ? { on: addDays(dayOf(serverNow()), 2) } : day })
            }
          />
        )}
        {typeof value.slotDay === 'object' && (
          <DaySwitch day={value.slotDay.on} onChange={(on) => set({ slotDay: { on } })} />
        )}
        <Choices
          label={words.fulfilment}
          options={words.fulfilments}
          keys={['all', ...fulfilments]}
          value={value.fulfilment}
          onChange={(fulfilment) => set({ fulfilment, waybill: 'all' })}
        />
        {value.fulfilment === 'courier' && (
          <Choices
            label={words.waybill}
            options={words.waybills}
            keys={['all', 'missing']}
            value={value.waybill}
            onChange={(waybill) => set({ waybill })}
          />
        )}
        <Choices
          label={words.payment}
          options={words.payments}
          keys={['all', 'paid', 'due']}
          value={value.payment}
          onChange={(payment) => set({ payment })}
        />
        <Button kind="line" size="small" onPress={showAll}>
          {words.clear}
        </Button>
      </View>
    </Card>
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
  const today = dayOf(serverNow())
  return (
    <PeriodSwitch
      labels={words.daySwitch}
      isLast={last !== undefined && day >= last}
      shown={words.shownDay(day, today)}
      onChange={(by) => onChange(addDays(day, by))}
    />
  )
}

interface ChoicesProps<Key extends string> {
  label: string
  options: Readonly<Record<Key, string>>
  keys: readonly Key[]
  value: Key
  onChange(key: Key): void
}

function Choices<Key extends string>({ label, options, keys, value, onChange }: ChoicesProps<Key>) {
  return (
    <View>
      <Text className="find-orders__label">{label}</Text>
      <View className="find-orders__choices" {...aria({ role: 'radiogroup', label })}>
        {keys.map((key) => (
          <Chip key={key} role="radio" on={key === value} onPress={() => onChange(key)}>
            {options[key]}
          </Chip>
        ))}
      </View>
    </View>
  )
}
