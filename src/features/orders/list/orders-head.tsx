import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { dayOf } from '@/domain/day'
import { MAX_SEARCH_LENGTH } from '@/domain/search'
import { nearSlotWords } from '@/locales/day'
import { severalOrdersWords, findOrdersWords as words } from '@/locales/order/find-orders'
import { orderLimitsWords } from '@/locales/order/order-limits'
import { ordersWords } from '@/locales/order/orders'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { pressable } from '@/platform/a11y/aria'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { useTypedText } from '@/ui/field/use-typed-text'
import { Icon } from '@/ui/icon/icon'
import { Segmented } from '@/ui/segmented/segmented'
import { DaySheet, FilterSheet, type ListConditions } from './condition-sheets'
import { isOldestFirst, type OrderStage, orderStages, stageOf } from './order-filter'
import { type OrderFinder, placedWords } from './order-finder'
import type { FinderState } from './use-order-finder'
import './orders-head.scss'

interface OrdersHeadProps extends ListConditions, Omit<FinderState, 'change'> {
  /** The buttons of the list, which those of a selection replace. */
  children: ReactNode
}

/** The stage of the orders, the search for a text, and the further conditions of the list. */
export function OrdersHead({ children, isOpen, openField, closeField, ...rest }: OrdersHeadProps) {
  const { isFocused, onBlur, ...list } = rest
  const { filter, counts, onFilter, finder, change } = list
  const options = orderStages.map((key) => ({
    key,
    words: sellerOrdersWords.filterWithCount(sellerOrdersWords.filters[key], counts[key] ?? 0),
  }))
  return (
    <View className="orders-head">
      <View className="orders-head__row">
        <Segmented<OrderStage | 'all'>
          label={ordersWords.title}
          options={options}
          value={stageOf(filter) ?? 'all'}
          onChange={(stage) => onFilter(stage)}
        />
        {!isOpen && (
          <View className="orders-head__find" {...pressable(words.open, openField)}>
            <Icon name="search" size={24} />
          </View>
        )}
      </View>
      {isOpen && (
        <FindField
          {...{ isFocused, onBlur, value: finder.search }}
          onChange={(search) => change({ search })}
          onClose={closeField}
        />
      )}
      {children}
      <Conditions {...list} />
    </View>
  )
}

interface FindFieldProps extends Pick<FinderState, 'isFocused' | 'onBlur'> {
  value: string
  onChange(search: string): void
  onClose(): void
}

/** The field of the search for a text. */
function FindField({ value, isFocused, onBlur, onChange, onClose }: FindFieldProps) {
  const [search, setSearch] = useTypedText(value, onChange)
  return (
    <View className="orders-head__row">
      <Field
        label={words.label}
        value={search}
        placeholder={words.label}
        maxLength={MAX_SEARCH_LENGTH}
        focus={isFocused}
        onBlur={onBlur}
        onChange={setSearch}
      />
      <Button kind="line" size="small" onPress={onClose}>
        {words.close}
      </Button>
    </View>
  )
}

/** The conditions of the list that nothing else shows, each with its removal. */
function Conditions({ filter, onFilter, finder, change, hasSlots }: ListConditions) {
  const { buyer, day, fulfilment, waybill, payment } = finder
  const stage = stageOf(filter)
  const without = (part: Partial<OrderFinder>) => () => change(part)
  const shown: [isOn: boolean, name: string, remove: () => void][] = [
    [filter !== stage, sellerOrdersWords.filters[filter], () => onFilter(stage ?? 'to-do')],
    [buyer !== 'all', words.oneBuyer, without({ buyer: 'all' })],
    [hasSlots && day !== 'all', words.placedOn(placedWords(day, serverNow())), without({ day: 'all' })],
    [fulfilment !== 'all', words.fulfilments[fulfilment], without({ fulfilment: 'all', waybill: 'all' })],
    [waybill !== 'all', words.waybills[waybill], without({ waybill: 'all' })],
    [payment !== 'all', words.payments[payment], without({ payment: 'all' })],
  ]
  const conditions = shown.filter(([isOn]) => isOn)
  if (conditions.length === 0) return null
  return (
    <View className="orders-head__tools">
      {conditions.map(([, name, remove]) => (
        <Button key={name} kind="soft" size="small" icon="close" label={words.remove(name)} onPress={remove}>
          {name}
        </Button>
      ))}
    </View>
  )
}

interface OrdersToolsProps extends ListConditions {
  onSelect(): void
  onMore(): void
}

/** The day of the orders, and the buttons to further conditions, to the selection and to what is done with the list. */
export function OrdersTools({ onSelect, onMore, ...list }: OrdersToolsProps) {
  const { filter, finder, hasSlots } = list
  const [open, setOpen] = useState<'day' | 'filter'>()
  const close = () => setOpen(undefined)
  const now = serverNow()
  const day = hasSlots
    ? finder.slotDay !== 'all' && nearSlotWords({ day: finder.slotDay, part: 'day' }, dayOf(now))
    : finder.day !== 'all' && placedWords(finder.day, now)
  return (
    <>
      <View className="orders-head__tools">
        <Button
          kind={day ? 'soft' : 'line'}
          size="small"
          label={[words.which, ...(day ? [day] : [])].join('，')}
          onPress={() => setOpen('day')}
        >
          {day || words.which}
        </Button>
        <Button kind="line" size="small" onPress={() => setOpen('filter')}>
          {words.filter}
        </Button>
        <Button kind="line" size="small" onPress={onSelect}>
          {orderLimitsWords.select.start}
        </Button>
        <Button kind="line" size="small" onPress={onMore}>
          {severalOrdersWords.more}
        </Button>
      </View>
      <Text className="orders-head__help">{sellerOrdersWords.row.help(isOldestFirst(filter))}</Text>
      {open === 'day' && <DaySheet {...list} onClose={close} />}
      {open === 'filter' && <FilterSheet {...list} onClose={close} />}
    </>
  )
}
