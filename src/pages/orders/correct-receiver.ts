import { normalizeReceiver, type Receiver, receiverFields } from '@/domain/receiver/receiver'
import { useReceiver } from '@/features/checkout/receiver/receiver-store'

const complete = ({ name, phone, address = '' }: Receiver) => normalizeReceiver({ name, phone, address })

/** Changes the receiver that is stored for the next order like that of an order: the fields that are stored as they were there. */
export function correctReceiver(former: Receiver, changed: Receiver): void {
  const { receiver, change } = useReceiver.getState()
  const stored = complete(receiver)
  const before = complete(former)
  const after = complete(changed)
  const fields = receiverFields.filter(
    (field) => after[field] !== before[field] && stored[field] === before[field],
  )
  if (fields.length > 0) change(Object.fromEntries(fields.map((field) => [field, after[field]])))
}
