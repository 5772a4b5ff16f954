import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { needsAddress } from '@/domain/fulfilment'
import type { Order } from '@/domain/order'
import { isSameDetails } from '@/domain/order-details'
import { changeOrderWords as words } from '@/locales/change-order'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { Sheet } from '@/ui/sheet/sheet'
import { SheetAnswers } from '@/ui/sheet/sheet-answers'
import { SlotChoice } from '@/ui/slot-choice/slot-choice'
import { type ChangedField, useChangeForm } from './use-change-form'
import { useSendChange } from './use-send-change'
import './change-order.scss'

interface ChangeSheetProps {
  order: Order
  /** Whether the change is made at once, or the shop is asked for it. */
  way: 'direct' | 'ask'
  /** Receives the order as it is now. */
  onOrder(order: Order): void
  onClose(): void
}

/** The form for receiver, note and day of an order. What is typed stays when sending fails. */
export function ChangeSheet({ order, way, onOrder, onClose }: ChangeSheetProps) {
  const [tried, setTried] = useState(false)
  const { typed, details, faults, edit, choice, showSlots } = useChangeForm(order)
  const { busy, error, send, setError } = useSendChange(order, way, {
    onChanged: (changed) => {
      onClose()
      onOrder(changed)
    },
    onMoved: onOrder,
    onSlots: showSlots,
  })
  const press = () => {
    setTried(true)
    if (faults.length > 0) return
    if (isSameDetails(order, details)) setError(words.same)
    else void send(details)
  }
  const field = (name: ChangedField) => ({
    label: words.fields[name],
    value: typed[name],
    error: tried && faults.includes(name) ? words.faults[name] : undefined,
    onChange: (text: string) => edit({ [name]: text }),
  })
  return (
    <Sheet title={words.title[way]} onClose={onClose}>
      <View className="change-order">
        <Text className="change-order__text">{words.text[way]}</Text>
        <Field {...field('name')} />
        <Field {...field('phone')} kind="phone" />
        {needsAddress(order.fulfilment) && <Field {...field('address')} kind="lines" low />}
        {choice && <SlotChoice {...choice} slot={typed.slot} onChoose={(slot) => edit({ slot })} />}
        <Field {...field('note')} kind="lines" low />
        {error && (
          <Text className="change-order__fault" {...aria({ role: 'alert' })}>
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
