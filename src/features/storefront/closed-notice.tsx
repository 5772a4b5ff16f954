import { View } from '@tarojs/components'
import type { Shop } from '@/domain/shop/shop'
import { storefrontWords } from '@/locales/storefront/storefront'
import { aria } from '@/platform/a11y/aria'
import { CallButton } from './call-button'
import { CallNote } from './call-note'

type ClosedShop = Pick<Shop, 'closedUntil' | 'closedNote' | 'phone' | 'practiceUntil' | 'isWaiting'>

function closedText({ closedUntil, closedNote, practiceUntil, isWaiting }: ClosedShop): string {
  if (isWaiting) return storefrontWords.waiting
  return practiceUntil ? storefrontWords.practice : storefrontWords.resting(closedUntil ?? '', closedNote)
}

/** Replaces the order bar while a shop takes no orders: why or until when, and its phone number. */
export function ClosedNotice({ shop }: { shop: ClosedShop }) {
  const { phone } = shop
  return (
    <View {...aria({ role: 'status' })}>
      <CallNote
        icon="clock"
        text={closedText(shop)}
        call={
          phone && (
            <CallButton phone={phone} kind="soft" size="small">
              {storefrontWords.call}
            </CallButton>
          )
        }
      />
    </View>
  )
}
