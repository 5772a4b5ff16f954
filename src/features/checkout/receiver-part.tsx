import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Fulfilment, needsAddress } from '@/domain/fulfilment'
import { maskPhone, receiverFaults } from '@/domain/receiver'
import { checkoutWords } from '@/locales/zh-CN/checkout'
import { heading } from '@/platform/a11y/aria'
import { pressable } from '@/platform/a11y/pressable'
import { Card } from '@/ui/card/card'
import { Icon } from '@/ui/icon/icon'
import { ReceiverFields, type ReceiverFieldsProps } from './receiver-fields'
import { tidy, useReceiver } from './receiver-store'
import './receiver-part.scss'

type ReceiverPartProps = Omit<ReceiverFieldsProps, 'receiver' | 'onChange'>

/** Who gets the goods: the one remembered in two lines, or the fields to fill. */
export function ReceiverPart({ kind, ...rest }: ReceiverPartProps) {
  const { receiver, change } = useReceiver()
  const [known, setKnown] = useState(() => receiverFaults(tidy(receiver), kind).length === 0)
  const whole = receiverFaults(tidy(receiver), kind).length === 0
  // once the fields are open they stay, or they would fold while the last one is typed
  const pointedAt = rest.faults.some((fault) => fault !== 'day' && fault !== 'note')
  if (known && (!whole || pointedAt)) setKnown(false)
  return (
    <Card>
      {known && whole ? (
        <KnownReceiver kind={kind} onChange={() => setKnown(false)} />
      ) : (
        <ReceiverFields kind={kind} receiver={receiver} onChange={change} {...rest} />
      )}
    </Card>
  )
}

function KnownReceiver({ kind, onChange }: { kind: Fulfilment; onChange(): void }) {
  const { name, phone, address } = tidy(useReceiver((state) => state.receiver))
  const { change } = checkoutWords.receiver
  return (
    <View className="receiver-part" {...pressable(null, onChange)}>
      <View className="receiver-part__words">
        <Text className="receiver-part__who" {...heading(2)}>
          {[name, maskPhone(phone)].filter(Boolean).join('　')}
        </Text>
        {needsAddress(kind) && <Text className="receiver-part__where">{address}</Text>}
      </View>
      <Text className="receiver-part__change">{change}</Text>
      <Icon name="forward" size={20} />
    </View>
  )
}
