import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { dayOf } from '@/domain/day'
import { isSameSlot, type OfferedSlot, type Slot, type SlotFulfilment } from '@/domain/order/delivery-slot'
import { slotChoiceWords, slotWords } from '@/locales/day'
import { aria } from '@/platform/a11y/aria'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Button } from '@/ui/button/button'
import { Choice } from '@/ui/choice/choice'
import { Alert } from '@/ui/text/alert'
import './slot-choice.scss'

interface SlotChoiceProps {
  kind: SlotFulfilment
  slots: readonly OfferedSlot[]
  slot: Slot | undefined
  /** Says that one is to be chosen. */
  missing?: boolean
  onChoose(slot: Slot): void
}

/** Why no slot is chosen. */
function errorOf(slots: readonly OfferedSlot[], missing: boolean): string | undefined {
  if (slots.length === 0) return slotChoiceWords.none
  if (slots.every(({ isFull }) => isFull)) return slotChoiceWords.allFull
  return missing ? slotChoiceWords.missing : undefined
}

/** The day, or half of it, for which an order is: the chosen one, and all on request, full ones too. */
export function SlotChoice({ kind, slots, slot, missing = false, onChoose }: SlotChoiceProps) {
  const [isOpen, setIsOpen] = useState(false)
  const { title, full, other, choose } = slotChoiceWords
  const error = slot ? undefined : errorOf(slots, missing)
  const isChosen = (one: Slot) => slot !== undefined && isSameSlot(one, slot)
  const today = dayOf(serverNow())
  return (
    <View className="slot-choice">
      <Text className="slot-choice__label">{title[kind]}</Text>
      <Alert className="slot-choice__error">{error}</Alert>
      <View {...aria({ role: 'radiogroup', label: title[kind] })}>
        {slots
          .filter((one) => isOpen || isChosen(one))
          .map((one) => (
            <Choice
              key={one.day + one.part}
              words={slotWords(one, today)}
              note={one.isFull ? full : undefined}
              chosen={isChosen(one)}
              disabled={one.isFull}
              onPress={() => {
                onChoose({ day: one.day, part: one.part })
                setIsOpen(false)
              }}
            />
          ))}
      </View>
      {!isOpen && slots.length > (slot ? 1 : 0) && (
        <Button kind="line" size="small" onPress={() => setIsOpen(true)}>
          {slot ? other : choose}
        </Button>
      )}
    </View>
  )
}
