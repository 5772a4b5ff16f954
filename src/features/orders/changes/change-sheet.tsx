import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { needsAddress } from '@/domain/order/fulfilment'
import type { Order } from '@/domain/order/order'
import { isSameDetails } from '@/domain/order/order-details'
import { MAX_PASTED_LENGTH } from '@/domain/receiver/receiver-parse'
import { changeOrderWords as words } from '@/locales/order/change-order'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { Loaded } from '@/ui/notice/loaded'
import { Sheet } from '@/ui/sheet/sheet'
import { SheetAnswers } from '@/ui/sheet/sheet-answers'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { SlotChoice } from '@/ui/slot-choice/slot-choice'
import { type ChangedField, useChangeForm } from './use-change-form'
import { type ChangeListener, type ChangeWay, useSendChange } from './use-send-change'
import './change-order.scss'

interface ChangeSheetProps extends Omit<ChangeListener, 'onSlots'> {
  order: Order
  way: ChangeWay
  onClose(): void
  /** True if buyers choose the day of such an order. */
  hasSlots: boolean
}

/**
 * The form for receiver, note and day of an order. Typed text stays when sending fails. The fields accept more text than the server does and
 * show an error, because a truncated address would be a wrong one.
 */
export function ChangeSheet({ order, way, hasSlots, onClose, ...listener }: ChangeSheetProps) {
  const [tried, setTried] = useState(false)
  const { typed, details, invalidFields, edit, slotState, choice, showSlots } = useChangeForm(order, hasSlots)
  const { busy, error, send, setError } = useSendChange(
    { order, way, details },
    { ...listener, onSlots: showSlots },
  )
  const press = () => {
    setTried(true)
    if (invalidFields.length > 0) return
    if (isSameDetails(order, details)) setError(words.same)
    else void send()
  }
  const field = (name: ChangedField) => ({
    label: words.fields[name],
    value: typed[name],
    error: tried && invalidFields.includes(name) ? words.errors[name] : undefined,
    onChange: (text: string) => edit({ [name]: text }),
  })
  const long = (name: ChangedField) => ({ ...field(name), maxLength: MAX_PASTED_LENGTH })
  if (!way) return null
  return (
    <Sheet title={words.title[way]} onClose={onClose}>
      <View className="change-order">
        <Text className="change-order__text">{words.text[way]}</Text>
        <Field {...long('name')} />
        <Field {...field('phone')} kind="phone" />
        {needsAddress(order.fulfilment) && <Field {...long('address')} kind="lines" low />}
        {slotState && (
          <Loaded state={slotState} notFound={null} skeleton={<Skeleton count={1} />}>
            {() => choice && <SlotChoice {...choice} slot={typed.slot} onChoose={(slot) => edit({ slot })} />}
          </Loaded>
        )}
        <Field {...long('note')} kind="lines" low />
        {error && (
          <Text className="change-order__error" {...aria({ role: 'alert' })}>
            {error}
          </Text>
        )}
      </View>
      <SheetAnswers no={words.no} onNo={onClose}>
        <Button busy={busy && words.busy} onPress={press}>
          {words.save[way]}
        </Button>
      </SheetAnswers>
    </Sheet>
  )
}
