import { Text, View } from '@tarojs/components'
import { type Fulfilment, fulfilments } from '@/domain/fulfilment'
import { fulfilmentNotes, fulfilmentWords } from '@/locales/fulfilment'
import { termsQuestionWords as words } from '@/locales/wizard'
import { Button } from '@/ui/button/button'
import { Choice } from '@/ui/choice/choice'
import { Field } from '@/ui/field/field'
import type { IconName } from '@/ui/icon/icon'
import { Sheet } from '@/ui/sheet/sheet'
import type { ShopDraft } from '../shop-draft'
import './terms-sheet.scss'

const icons: Record<Fulfilment, IconName> = {
  local: 'truck',
  pickup: 'pickup',
  courier: 'post',
  'on-site': 'onsite',
}

interface DeliverySheetProps {
  draft: ShopDraft
  change(part: Partial<ShopDraft>): void
  /** Called instead of choosing courier: entering its fee chooses it. */
  onCourier(): void
  onClose(): void
}

/** Chooses the fulfilment kinds of the shop, at least one; the payment methods follow from them. */
export function DeliverySheet({ draft, change, onCourier, onClose }: DeliverySheetProps) {
  const chosen = draft.fulfilments
  const toggle = (kind: Fulfilment) => {
    if (kind === 'courier' && !chosen.includes(kind)) return onCourier()
    const next = fulfilments.filter((other) => (other === kind) !== chosen.includes(other))
    if (next.length > 0) change({ fulfilments: next })
  }
  return (
    <Sheet
      title={words.deliverySheet}
      onClose={onClose}
      foot={<Button onPress={onClose}>{words.done}</Button>}
    >
      <View className="terms-sheet">
        <Text className="terms-sheet__hint">{words.deliveryHint}</Text>
        {fulfilments.map((kind) => (
          <Choice
            key={kind}
            role="checkbox"
            icon={icons[kind]}
            words={fulfilmentWords[kind]}
            note={fulfilmentNotes[kind]}
            chosen={chosen.includes(kind)}
            onPress={() => toggle(kind)}
          />
        ))}
        {chosen.includes('pickup') && (
          <Field
            label={words.place}
            value={draft.pickupPlace}
            placeholder={words.placeExample}
            onChange={(pickupPlace) => change({ pickupPlace })}
          />
        )}
      </View>
    </Sheet>
  )
}
