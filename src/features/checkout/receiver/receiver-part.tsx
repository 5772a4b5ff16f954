import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Fulfilment, needsAddress } from '@/domain/order/fulfilment'
import { maskPhone } from '@/domain/receiver/mask'
import { invalidReceiverFields, normalizeReceiver, receiverFields } from '@/domain/receiver/receiver'
import { checkoutWords } from '@/locales/order/checkout'
import { pressable } from '@/platform/a11y/aria'
import { Card } from '@/ui/card/card'
import { Icon } from '@/ui/icon/icon'
import { Heading } from '@/ui/text/heading'
import { ReceiverFields, type ReceiverFieldsProps } from './receiver-fields'
import { useReceiver } from './receiver-store'
import './receiver-part.scss'

type ReceiverPartProps = Omit<ReceiverFieldsProps, 'receiver' | 'onChange'>

/** The receiver of the order: a summary of the stored one, or the fields to fill in. */
export function ReceiverPart({ kind, ...rest }: ReceiverPartProps) {
  const { receiver, change } = useReceiver()
  const [isFolded, setIsFolded] = useState(
    () => invalidReceiverFields(normalizeReceiver(receiver), kind).length === 0,
  )
  const isComplete = invalidReceiverFields(normalizeReceiver(receiver), kind).length === 0
  // fields that are open stay open: they would fold while the last one is being typed
  const hasInvalidField = receiverFields.some((field) => rest.invalidFields.includes(field))
  if (isFolded && (!isComplete || hasInvalidField)) setIsFolded(false)
  return (
    <Card>
      {isFolded && isComplete ? (
        <SavedReceiver kind={kind} onChange={() => setIsFolded(false)} />
      ) : (
        <ReceiverFields kind={kind} receiver={receiver} onChange={change} {...rest} />
      )}
    </Card>
  )
}

function SavedReceiver({ kind, onChange }: { kind: Fulfilment; onChange(): void }) {
  const { name, phone, address } = normalizeReceiver(useReceiver((state) => state.receiver))
  const { change } = checkoutWords.receiver
  return (
    <View className="receiver-part" {...pressable(null, onChange)}>
      <View className="receiver-part__words">
        <Heading className="receiver-part__who">
          {[name, maskPhone(phone)].filter(Boolean).join('　')}
        </Heading>
        {needsAddress(kind) && <Text className="receiver-part__where">{address}</Text>}
      </View>
      <Text className="receiver-part__change">{change}</Text>
      <Icon name="forward" size={20} />
    </View>
  )
}
