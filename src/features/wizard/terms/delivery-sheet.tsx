import { Text, View } from '@tarojs/components'
import type { Fulfilment } from '@/domain/order/fulfilment'
import { termsQuestionWords as words } from '@/locales/shop/wizard'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { FulfilmentChoices } from '@/ui/fulfilment/fulfilment-choices'
import { Sheet } from '@/ui/sheet/sheet'
import type { ShopDraft } from '../shop-draft'
import './terms-sheet.scss'

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
  const toggle = (kind: Fulfilment, toggled: Fulfilment[]) => {
    if (kind === 'courier' && !chosen.includes(kind)) return onCourier()
    if (toggled.length > 0) change({ fulfilments: toggled })
  }
  return (
    <Sheet
      title={words.deliverySheet}
      onClose={onClose}
      foot={<Button onPress={onClose}>{words.done}</Button>}
    >
      <View className="terms-sheet">
        <Text className="terms-sheet__hint">{words.deliveryHint}</Text>
        <FulfilmentChoices chosen={chosen} onToggle={toggle} />
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
